using GanSweep.Flow.Configurations;
using GanSweep.Flow.Engines;
using GanSweep.Networks;
using GanSweep.Networks.Keys;
using GanSweep.Settings.Models;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Families;

namespace GanSweep.Flow.Families;

/// <summary>Conditional flow matching with a multilayer perceptron (Lipman et al. 2023; Tong et al. 2024), variational for choices (Eijkelboom et al. 2024).</summary>
public sealed class FlowFamily : IModelFamily
{
    // Positions in the losses of FlowKeys.Model.
    internal const int Velocity = 0;
    internal const int Choices = 1;

    /// <inheritdoc/>
    public ModelDescription Model => FlowKeys.Model;

    /// <inheritdoc/>
    public string AdviceOnDivergence => "Try a smaller value of learningRate, or a transform that keeps the columns near 1 (standard, quantile).";

    /// <inheritdoc/>
    public string AdviceOnEngine(Configuration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return EngineVersion.AdviceOn(configuration.Get(NetworkKeys.Engine));
    }

    /// <inheritdoc/>
    public string EngineVersionOf(Configuration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return EngineVersion.Of(configuration.Get(NetworkKeys.Engine));
    }

    /// <inheritdoc/>
    public TransformKind TransformOf(Configuration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return configuration.Get(NetworkKeys.Transform);
    }

    /// <inheritdoc/>
    public IModelRun Start(RunStart start)
    {
        ArgumentNullException.ThrowIfNull(start);
        var configuration = FlowConfiguration.Of(start.Configuration);
        return new FlowRun(configuration, start.Features, FlowEngine.Create(configuration, start.Seed, start.Table, start.Features));
    }

    /// <inheritdoc/>
    public GeneratorLayout LayoutOf(Configuration configuration, FeatureLayout features)
    {
        return FlowArchitecture.Of(FlowConfiguration.Of(configuration), features).ToLayout();
    }

    /// <inheritdoc/>
    public IRowGenerator Open(Configuration configuration, ReadOnlySpan<float> weights, FeatureLayout features)
    {
        return FlowEngine.Open(FlowConfiguration.Of(configuration), weights, features);
    }
}

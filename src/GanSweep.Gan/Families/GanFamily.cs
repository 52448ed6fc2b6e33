using GanSweep.Gan.Configurations;
using GanSweep.Gan.Engines;
using GanSweep.Networks;
using GanSweep.Networks.Keys;
using GanSweep.Settings.Models;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Families;

namespace GanSweep.Gan.Families;

/// <summary>Generative adversarial networks of two multilayer perceptrons (Goodfellow et al. 2014).</summary>
public sealed class GanFamily : IModelFamily
{
    // Positions in the losses of GanKeys.Model.
    internal const int Discriminator = 0;
    internal const int DiscriminatorReal = 1;
    internal const int DiscriminatorFake = 2;
    internal const int Generator = 3;

    /// <inheritdoc/>
    public ModelDescription Model => GanKeys.Model;

    /// <inheritdoc/>
    public string AdviceOnDivergence =>
        "Try smaller values of generatorLearningRate and discriminatorLearningRate, a transform that keeps the columns near 1 (standard, quantile), or another loss.";

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
        GanConfiguration configuration = GanConfiguration.Of(start.Configuration);
        return new GanRun(configuration, start.Features, GanEngine.Create(configuration, start.Seed, start.Table, start.Features));
    }

    /// <inheritdoc/>
    public GeneratorLayout LayoutOf(Configuration configuration, FeatureLayout features)
    {
        return GeneratorArchitecture.Of(GanConfiguration.Of(configuration), features).ToLayout();
    }

    /// <inheritdoc/>
    public IRowGenerator Open(Configuration configuration, ReadOnlySpan<float> weights, FeatureLayout features)
    {
        return GanEngine.Open(GanConfiguration.Of(configuration), weights, features);
    }
}

using GanSweep.Flow.Configurations;
using GanSweep.Flow.Engines;
using GanSweep.Networks.Families;
using GanSweep.Settings.Models;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Families;

namespace GanSweep.Flow.Families;

/// <summary>Conditional flow matching with a multilayer perceptron (Lipman et al. 2023; Tong et al. 2024), variational for choices (Eijkelboom et al. 2024).</summary>
public sealed class FlowFamily : NetworkFamily
{
    // Positions in the losses of FlowKeys.Model.
    internal const int Velocity = 0;
    internal const int Choices = 1;

    /// <inheritdoc/>
    public override ModelDescription Model => FlowKeys.Model;

    /// <inheritdoc/>
    public override string AdviceOnDivergence => "Try a smaller value of learningRate, or a transform that keeps the columns near 1 (standard, quantile).";

    /// <inheritdoc/>
    public override GeneratorLayout LayoutOf(Configuration configuration, FeatureLayout features)
    {
        return FlowArchitecture.Of(FlowConfiguration.Of(configuration), features).ToLayout();
    }

    /// <inheritdoc/>
    protected override string Revision => "-flow-3"; // Since 2, batches and lengths that are left out suit a flow; since 3, what is drawn of it in training.

    /// <inheritdoc/>
    protected override IModelRun StartOnTorch(RunStart start)
    {
        ArgumentNullException.ThrowIfNull(start);
        var configuration = FlowConfiguration.Of(start.Configuration);
        return new FlowRun(configuration, start.Features, new TorchEngine(configuration, start.Seed, start.Table, start.Features));
    }

    /// <inheritdoc/>
    protected override IModelRun StartOnKernels<TLanes>(RunStart start)
    {
        ArgumentNullException.ThrowIfNull(start);
        var configuration = FlowConfiguration.Of(start.Configuration);
        return new FlowRun(configuration, start.Features, new FusedEngine<TLanes>(configuration, start.Seed, start.Table, start.Features));
    }

    /// <inheritdoc/>
    protected override IRowGenerator OpenOnKernels<TLanes>(Configuration configuration, ReadOnlySpan<float> weights, FeatureLayout features)
    {
        return new FusedGenerator<TLanes>(FlowConfiguration.Of(configuration), weights, features);
    }
}

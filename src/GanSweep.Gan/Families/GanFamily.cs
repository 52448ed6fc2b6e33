using GanSweep.Gan.Configurations;
using GanSweep.Gan.Engines;
using GanSweep.Networks.Families;
using GanSweep.Settings.Models;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Families;

namespace GanSweep.Gan.Families;

/// <summary>Generative adversarial networks of two multilayer perceptrons (Goodfellow et al. 2014).</summary>
public sealed class GanFamily : NetworkFamily
{
    // Positions in the losses of GanKeys.Model.
    internal const int Discriminator = 0;
    internal const int DiscriminatorReal = 1;
    internal const int DiscriminatorFake = 2;
    internal const int Generator = 3;

    /// <inheritdoc/>
    public override ModelDescription Model => GanKeys.Model;

    /// <inheritdoc/>
    public override string AdviceOnDivergence =>
        "Try smaller values of generatorLearningRate and discriminatorLearningRate, a transform that keeps the columns near 1 (standard, quantile), or another loss.";

    /// <inheritdoc/>
    public override GeneratorLayout LayoutOf(Configuration configuration, FeatureLayout features)
    {
        return GeneratorArchitecture.Of(GanConfiguration.Of(configuration), features).ToLayout();
    }

    /// <inheritdoc/>
    protected override IModelRun StartOnTorch(RunStart start)
    {
        ArgumentNullException.ThrowIfNull(start);
        var configuration = GanConfiguration.Of(start.Configuration);
        return new GanRun(configuration, start.Features, new TorchEngine(configuration, start.Seed, start.Table, start.Features));
    }

    /// <inheritdoc/>
    protected override IModelRun StartOnKernels<TLanes>(RunStart start)
    {
        ArgumentNullException.ThrowIfNull(start);
        var configuration = GanConfiguration.Of(start.Configuration);
        return new GanRun(configuration, start.Features, new FusedEngine<TLanes>(configuration, start.Seed, start.Table, start.Features));
    }

    /// <inheritdoc/>
    protected override IRowGenerator OpenOnKernels<TLanes>(Configuration configuration, ReadOnlySpan<float> weights, FeatureLayout features)
    {
        return new FusedGenerator<TLanes>(GanConfiguration.Of(configuration), weights, features);
    }
}

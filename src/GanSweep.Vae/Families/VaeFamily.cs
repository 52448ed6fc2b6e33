using GanSweep.Networks.Families;
using GanSweep.Settings.Models;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Families;
using GanSweep.Vae.Configurations;
using GanSweep.Vae.Engines;

namespace GanSweep.Vae.Families;

/// <summary>Variational autoencoders of two multilayer perceptrons (Kingma and Welling 2014) for tables (TVAE of Xu et al. 2019).</summary>
public sealed class VaeFamily : NetworkFamily
{
    // Positions in the losses of VaeKeys.Model.
    internal const int Reconstruction = 0;
    internal const int Choices = 1;
    internal const int Kl = 2;

    /// <inheritdoc/>
    public override ModelDescription Model => VaeKeys.Model;

    /// <inheritdoc/>
    public override string AdviceOnDivergence => "Try a smaller value of learningRate, or a transform that keeps the columns near 1 (standard, quantile).";

    /// <inheritdoc/>
    public override GeneratorLayout LayoutOf(Configuration configuration, FeatureLayout features)
    {
        return VaeArchitecture.Of(VaeConfiguration.Of(configuration), features).ToLayout();
    }

    /// <inheritdoc/>
    protected override IModelRun StartOnTorch(RunStart start)
    {
        ArgumentNullException.ThrowIfNull(start);
        var configuration = VaeConfiguration.Of(start.Configuration);
        return new VaeRun(configuration, start.Features, new TorchEngine(configuration, start.Seed, start.Table, start.Features));
    }

    /// <inheritdoc/>
    protected override IModelRun StartOnKernels<TLanes>(RunStart start)
    {
        ArgumentNullException.ThrowIfNull(start);
        var configuration = VaeConfiguration.Of(start.Configuration);
        return new VaeRun(configuration, start.Features, new FusedEngine<TLanes>(configuration, start.Seed, start.Table, start.Features));
    }

    /// <inheritdoc/>
    protected override IRowGenerator OpenOnKernels<TLanes>(Configuration configuration, ReadOnlySpan<float> weights, FeatureLayout features)
    {
        return new FusedGenerator<TLanes>(VaeConfiguration.Of(configuration), weights, features);
    }
}

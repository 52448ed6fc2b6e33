using GanSweep.Kernels.Products;
using GanSweep.Networks.Keys;
using GanSweep.Settings.Models;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Families;

namespace GanSweep.Networks.Families;

/// <summary>What every family of networks says alike: which engine computes a run, at the processor's width, and how columns are mapped.</summary>
public abstract class NetworkFamily : IModelFamily
{
    /// <inheritdoc/>
    public abstract ModelDescription Model { get; }

    /// <inheritdoc/>
    public abstract string AdviceOnDivergence { get; }

    /// <inheritdoc/>
    public string AdviceOnEngine(Configuration configuration)
    {
        return EngineVersion.AdviceOn(EngineOf(configuration));
    }

    /// <inheritdoc/>
    public string EngineVersionOf(Configuration configuration)
    {
        return EngineVersion.Of(EngineOf(configuration)) + Revision;
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
        return (EngineOf(start.Configuration), Processor.InstructionSet) switch
        {
            (EngineKind.Torch, _) => StartOnTorch(start),
            (_, InstructionSet.Avx512) => StartOnKernels<Lanes512>(start),
            (_, InstructionSet.Avx2) => StartOnKernels<Lanes256>(start),
            _ => StartOnKernels<Lanes128>(start),
        };
    }

    /// <inheritdoc/>
    public abstract GeneratorLayout LayoutOf(Configuration configuration, FeatureLayout features);

    /// <summary>A trained generator, whatever engine trained it: its rows have the same bits on every processor.</summary>
    /// <inheritdoc/>
    public IRowGenerator Open(Configuration configuration, ReadOnlySpan<float> weights, FeatureLayout features)
    {
        return Processor.InstructionSet switch
        {
            InstructionSet.Avx512 => OpenOnKernels<Lanes512>(configuration, weights, features),
            InstructionSet.Avx2 => OpenOnKernels<Lanes256>(configuration, weights, features),
            _ => OpenOnKernels<Lanes128>(configuration, weights, features),
        };
    }

    /// <summary>The model before its first step, whose steps TorchSharp computes.</summary>
    /// <param name="start">What it begins from.</param>
    protected abstract IModelRun StartOnTorch(RunStart start);

    /// <summary>The model before its first step, whose steps the kernels compute.</summary>
    /// <typeparam name="TLanes">The vectors that they compute with.</typeparam>
    /// <param name="start">What it begins from.</param>
    protected abstract IModelRun StartOnKernels<TLanes>(RunStart start)
        where TLanes : struct, ILanes<TLanes>;

    /// <inheritdoc cref="Open"/>
    /// <typeparam name="TLanes">The vectors that it computes with.</typeparam>
    protected abstract IRowGenerator OpenOnKernels<TLanes>(Configuration configuration, ReadOnlySpan<float> weights, FeatureLayout features)
        where TLanes : struct, ILanes<TLanes>;

    /// <summary>Part of the engine's version: changed where the same sweep of this family ends otherwise, though nothing changed for the others; empty until it first is.</summary>
    protected virtual string Revision => "";

    private static EngineKind EngineOf(Configuration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return configuration.Get(NetworkKeys.Engine);
    }
}

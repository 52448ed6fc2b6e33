using System.Collections.Immutable;
using GanSweep.Numerics.Randomness;
using GanSweep.Training.Families;
using GanSweep.Training.Losses;

namespace GanSweep.Networks.Families;

/// <summary>What every run of networks says alike: what its checkpoints hold, the weights that are kept, and that it has no judge unless it brings one.</summary>
/// <param name="parts">What steps change.</param>
/// <param name="kept">The weights that are scored and kept: one of the parts.</param>
public abstract class NetworkRun(NetworkParts parts, HostTensor kept) : IModelRun
{
    /// <inheritdoc/>
    public ImmutableArray<string> Parts => parts.Names;

    /// <inheritdoc/>
    public ImmutableArray<long> Counters
    {
        get => parts.Counters;
        set => parts.Counters = value;
    }

    /// <inheritdoc/>
    public Span<float> Weights => kept.Values;

    /// <inheritdoc/>
    public abstract int NormalsOfARow { get; }

    /// <inheritdoc/>
    public Span<float> Part(string name)
    {
        return parts[name];
    }

    /// <inheritdoc/>
    public abstract void Step(in TrainingStep step, EpochLossSums losses);

    /// <inheritdoc/>
    public abstract void Generate(RowRandom random, Span<float> rows, ReadOnlySpan<float> contexts = default);

    /// <inheritdoc/>
    public virtual double? EstimateDivergence(ReadOnlySpan<float> real, ReadOnlySpan<float> generated, ReadOnlySpan<float> contexts = default)
    {
        return null;
    }

    /// <inheritdoc/>
    public abstract void Dispose();
}

using GanSweep.Networks;
using GanSweep.Networks.Heads;

namespace GanSweep.Vae.Engines;

/// <summary>What goes into the steps of one batch size, allocated once: random numbers and rows are written straight into the tensors.</summary>
/// <param name="batch">Rows of an update.</param>
/// <param name="parts">What rows are made of.</param>
/// <param name="latentDim">Length of a latent vector.</param>
internal sealed class BatchInputs(int batch, FeatureParts parts, int latentDim) : IDisposable
{
    private readonly HostTensor? _seen = parts.Context == 0 ? null : new HostTensor(batch, parts.Features + parts.Context);

    /// <summary>Real rows x, <c>[batch, features]</c>.</summary>
    public HostTensor Rows { get; } = new(batch, parts.Features);

    /// <summary>What came before each, c, <c>[batch, context]</c>; null where rows stand by themselves.</summary>
    public HostTensor? Contexts { get; } = parts.Context == 0 ? null : new HostTensor(batch, parts.Context);

    /// <summary>What the encoder sees: rows, and what came before each, <c>[batch, features + context]</c>.</summary>
    public HostTensor Seen => _seen ?? Rows;

    /// <summary>How many standard deviations latent vectors are from their means, ε, <c>[batch, latentDim]</c>.</summary>
    public HostTensor Noise { get; } = new(batch, latentDim);

    /// <summary>Takes those of an update.</summary>
    /// <param name="noise">The run's random numbers.</param>
    /// <param name="update">The update, from 0.</param>
    /// <param name="table"><c>[rows, features + context]</c>.</param>
    /// <param name="rows">Numbers of the real rows, <c>[batch]</c>.</param>
    public void Take(VaeNoise noise, long update, ReadOnlySpan<float> table, ReadOnlySpan<int> rows)
    {
        int width = parts.Features + parts.Context;
        Rows.TakeRows(table, rows, width);
        _seen?.TakeRows(table, rows);
        Contexts?.TakeRows(table, rows, width, parts.Features);
        noise.FillLatents(update, Noise.Values);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Rows.Dispose();
        Contexts?.Dispose();
        _seen?.Dispose();
        Noise.Dispose();
    }
}

using GanSweep.Networks;

namespace GanSweep.Vae.Engines;

/// <summary>What goes into the steps of one batch size, allocated once: random numbers and rows are written straight into the tensors.</summary>
/// <param name="batch">Rows of an update.</param>
/// <param name="features">Numbers of a row.</param>
/// <param name="latentDim">Length of a latent vector.</param>
internal sealed class BatchInputs(int batch, int features, int latentDim) : IDisposable
{
    /// <summary>Real rows x, <c>[batch, features]</c>.</summary>
    public HostTensor Rows { get; } = new(batch, features);

    /// <summary>How many standard deviations latent vectors are from their means, ε, <c>[batch, latentDim]</c>.</summary>
    public HostTensor Noise { get; } = new(batch, latentDim);

    /// <summary>Takes those of an update.</summary>
    /// <param name="noise">The run's random numbers.</param>
    /// <param name="update">The update, from 0.</param>
    /// <param name="table"><c>[rows, features]</c>.</param>
    /// <param name="rows">Numbers of the real rows, <c>[batch]</c>.</param>
    public void Take(VaeNoise noise, long update, ReadOnlySpan<float> table, ReadOnlySpan<int> rows)
    {
        Rows.TakeRows(table, rows);
        noise.FillLatents(update, Noise.Values);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Rows.Dispose();
        Noise.Dispose();
    }
}

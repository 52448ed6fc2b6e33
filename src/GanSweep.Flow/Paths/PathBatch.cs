using GanSweep.Networks;

namespace GanSweep.Flow.Paths;

/// <summary>The paths of the updates of one batch size, allocated once: random numbers and rows are written straight into the tensors.</summary>
/// <param name="batch">Rows of an update.</param>
/// <param name="features">Numbers of a row.</param>
internal sealed class PathBatch(int batch, int features) : IDisposable
{
    /// <summary>Where they end: real rows x, <c>[batch, features]</c>.</summary>
    public HostTensor Ends { get; } = new(batch, features);

    /// <summary>Where they begin: noise z, <c>[batch, features]</c>.</summary>
    public HostTensor Starts { get; } = new(batch, features);

    /// <summary>How far along each is: t, in (0, 1), <c>[batch, 1]</c>.</summary>
    public HostTensor Times { get; } = new(batch, 1);

    /// <summary>Takes the paths of an update.</summary>
    /// <param name="noise">The run's random numbers.</param>
    /// <param name="update">The update, from 0.</param>
    /// <param name="table"><c>[rows, features]</c>.</param>
    /// <param name="rows">Numbers of the real rows, <c>[batch]</c>.</param>
    public void Take(FlowNoise noise, long update, ReadOnlySpan<float> table, ReadOnlySpan<int> rows)
    {
        Ends.TakeRows(table, rows);
        noise.FillStarts(update, Starts.Values);
        noise.FillTimes(update, Times.Values);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Ends.Dispose();
        Starts.Dispose();
        Times.Dispose();
    }
}

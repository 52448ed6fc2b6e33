using GanSweep.Networks;
using GanSweep.Tables.Transforms;

namespace GanSweep.Flow.Paths;

/// <summary>The paths of the updates of one batch size, allocated once: random numbers and rows are written straight into the tensors.</summary>
/// <param name="batch">Rows of an update.</param>
/// <param name="features">What rows are made of.</param>
internal sealed class PathBatch(int batch, FeatureLayout features) : IDisposable
{
    /// <summary>Where they end: real rows x, <c>[batch, features]</c>.</summary>
    public HostTensor Ends { get; } = new(batch, features.Count);

    /// <summary>Where they begin: noise z, <c>[batch, features]</c>.</summary>
    public HostTensor Starts { get; } = new(batch, features.Count);

    /// <summary>How far along each is: t, in (0, 1), <c>[batch, 1]</c>.</summary>
    public HostTensor Times { get; } = new(batch, 1);

    /// <summary>What came before each row, <c>[batch, context]</c>; null where rows stand by themselves.</summary>
    public HostTensor? Contexts { get; } = features.Context == 0 ? null : new HostTensor(batch, features.Context);

    /// <summary>Takes the paths of an update.</summary>
    /// <param name="noise">The run's random numbers.</param>
    /// <param name="update">The update, from 0.</param>
    /// <param name="table"><c>[rows, features + context]</c>.</param>
    /// <param name="rows">Numbers of the real rows, <c>[batch]</c>.</param>
    public void Take(FlowNoise noise, long update, ReadOnlySpan<float> table, ReadOnlySpan<int> rows)
    {
        Ends.TakeRows(table, rows, features.Width);
        Contexts?.TakeRows(table, rows, features.Width, features.Count);
        noise.FillStarts(update, Starts.Values);
        noise.FillTimes(update, Times.Values);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Ends.Dispose();
        Starts.Dispose();
        Times.Dispose();
        Contexts?.Dispose();
    }
}

using System.Collections.Immutable;

namespace GanSweep.Training.Losses;

/// <summary>The losses of every epoch so far.</summary>
/// <param name="series">The number of series.</param>
internal sealed class LossLog(int series)
{
    private readonly List<ImmutableArray<float>> _epochs = [];

    /// <summary>The losses of each epoch, one a series.</summary>
    public IReadOnlyList<ImmutableArray<float>> Epochs => _epochs;

    /// <summary>The number of epochs.</summary>
    public int Count => _epochs.Count;

    /// <summary>The log of losses that were written down by <see cref="ToArray"/>.</summary>
    /// <param name="values"><c>[series, epochs]</c>.</param>
    /// <param name="series">The number of series.</param>
    public static LossLog FromArray(float[] values, int series)
    {
        ArgumentNullException.ThrowIfNull(values);
        LossLog log = new(series);
        int count = values.Length / series;
        for (int epoch = 0; epoch < count; epoch++)
        {
            log.Add([.. Enumerable.Range(0, series).Select(number => values[(number * count) + epoch])]);
        }

        return log;
    }

    /// <summary>Adds the next epoch.</summary>
    /// <param name="losses">Its losses, one a series.</param>
    public void Add(ImmutableArray<float> losses)
    {
        _epochs.Add(losses);
    }

    /// <summary><c>[series, epochs]</c>.</summary>
    public float[] ToArray()
    {
        return [.. Enumerable.Range(0, series).SelectMany(SeriesOf)];
    }

    private IEnumerable<float> SeriesOf(int number)
    {
        return _epochs.Select(losses => losses[number]);
    }
}

using System.Collections.Immutable;
using GanSweep.Tables.Transforms;

namespace GanSweep.Training.Histories;

/// <summary>
/// What a model is shown of the rows before one, its window: means over stretches of it, of the last row, the four before it, the twenty before those and so on, of each number
/// of a row and of the magnitude of each amount. So is the heterogeneous autoregression of Corsi (2009), which is shown days, weeks and months: near rows are told apart
/// and far ones are not, which is as much as few rows can teach. Whole windows were learnt by heart (docs/time.md).
/// </summary>
internal sealed class HistoryEncoding
{
    private const int Growth = 5;

    private readonly int _features;
    private readonly ImmutableArray<int> _amounts;
    private readonly ImmutableArray<int> _ends; // of the stretches, counted from the last row
    private readonly ContextScale? _scale;

    /// <param name="features">What rows are made of.</param>
    /// <param name="window">How many rows the next one hangs on, at least 1.</param>
    /// <param name="scale">What contexts are on average; null before that is known.</param>
    public HistoryEncoding(FeatureLayout features, int window, ContextScale? scale = null)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentOutOfRangeException.ThrowIfLessThan(window, 1);
        Window = window;
        _features = features.Count;
        _amounts = [.. Enumerable.Range(0, _features).Where(feature => !features.Choices.Any(choice => feature >= choice.Start && feature < choice.Start + choice.Count))];
        _ends = EndsOf(window);
        _scale = scale;
    }

    /// <summary>How many rows the next one hangs on.</summary>
    public int Window { get; }

    /// <summary>Numbers of a context.</summary>
    public int Width => _ends.Length * StretchWidth;

    private int StretchWidth => _features + _amounts.Length;

    /// <summary>Writes the context of a row.</summary>
    /// <param name="rows">Rows as models see them, <c>[rows, features]</c>.</param>
    /// <param name="before">The numbers of the rows before it, the last one first: as many as its window has, or as there are.</param>
    /// <param name="context"><c>[<see cref="Width"/>]</c>; with a scale, in standard deviations from what contexts are on average, and 0 of stretches before the first row.</param>
    public void Encode(ReadOnlySpan<float> rows, ReadOnlySpan<int> before, Span<float> context)
    {
        context.Clear();
        int start = 0;
        int known = 0;
        foreach (int end in _ends)
        {
            if (start >= before.Length)
            {
                break;
            }

            int last = Math.Min(end, before.Length);
            Average(rows, before[start..last], context.Slice(known * StretchWidth, StretchWidth));
            start = end;
            known++;
        }

        _scale?.Apply(context[..(known * StretchWidth)]);
    }

    private void Average(ReadOnlySpan<float> rows, ReadOnlySpan<int> stretch, Span<float> means)
    {
        Span<float> magnitudes = means[_features..];
        foreach (int number in stretch)
        {
            ReadOnlySpan<float> row = rows.Slice(number * _features, _features);
            for (int feature = 0; feature < row.Length; feature++)
            {
                means[feature] += row[feature];
            }

            for (int amount = 0; amount < magnitudes.Length; amount++)
            {
                magnitudes[amount] += float.Abs(row[_amounts[amount]]);
            }
        }

        float share = 1f / stretch.Length;
        foreach (ref float mean in means)
        {
            mean *= share;
        }
    }

    // 1, 5, 25 and so on, up to the window.
    private static ImmutableArray<int> EndsOf(int window)
    {
        List<int> ends = [];
        for (long end = 1; end < window; end *= Growth)
        {
            ends.Add((int)end);
        }

        return [.. ends, window];
    }
}

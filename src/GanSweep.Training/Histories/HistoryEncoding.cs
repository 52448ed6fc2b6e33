using System.Collections.Immutable;
using GanSweep.Tables.Transforms;

namespace GanSweep.Training.Histories;

/// <summary>
/// What is looked at of the rows before one, its window: means over stretches of it, of the last row, the one before it, the two before that, the four before those and so on, of each number
/// of a row and of the magnitude of each amount. So the heterogeneous autoregression of Corsi (2009) looks at days, weeks and months: near rows are told apart
/// and far ones are not, which is as much as few rows can tell.
/// </summary>
internal sealed class HistoryEncoding
{
    private const int Growth = 2;

    private readonly int _features;
    private readonly ImmutableArray<int> _ends; // of the stretches, counted from the last row
    private readonly ContextScale? _scale;

    /// <param name="features">What rows are made of.</param>
    /// <param name="window">How many rows the next one hangs on, at least 1.</param>
    /// <param name="scale">What these numbers are on average; null before that is known.</param>
    public HistoryEncoding(FeatureLayout features, int window, ContextScale? scale = null)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentOutOfRangeException.ThrowIfLessThan(window, 1);
        Window = window;
        _features = features.Count;
        Outcomes = [.. Enumerable.Range(0, _features).Where(feature => features.Choices.Any(choice => feature >= choice.Start && feature < choice.Start + choice.Count))];
        Amounts = [.. Enumerable.Range(0, _features).Except(Outcomes)];
        _ends = EndsOf(window);
        OfAmounts = [.. Amounts.Select((feature, amount) => Enumerable.Range(0, Stretches).SelectMany(stretch => new[] { (stretch * StretchWidth) + feature, (stretch * StretchWidth) + _features + amount }).ToImmutableArray())];
        OfOutcomes = [.. Outcomes.Select(feature => Enumerable.Range(0, Stretches).Select(stretch => (stretch * StretchWidth) + feature).ToImmutableArray())];
        _scale = scale;
    }

    /// <summary>How many rows the next one hangs on.</summary>
    public int Window { get; }

    /// <summary>Numbers of what it says.</summary>
    public int Width => _ends.Length * StretchWidth;

    /// <summary>Which numbers of a row are amounts, in order.</summary>
    public ImmutableArray<int> Amounts { get; }

    /// <summary>Which are outcomes of choices, in order.</summary>
    public ImmutableArray<int> Outcomes { get; }

    /// <summary>Of each amount which numbers are of it alone: its mean and its mean magnitude, stretch by stretch.</summary>
    public ImmutableArray<ImmutableArray<int>> OfAmounts { get; }

    /// <summary>Of each outcome which numbers are of it alone: its share, stretch by stretch.</summary>
    public ImmutableArray<ImmutableArray<int>> OfOutcomes { get; }

    /// <summary>Stretches of the window.</summary>
    public int Stretches => _ends.Length;

    private int StretchWidth => _features + Amounts.Length;

    /// <summary>Writes what was before a row.</summary>
    /// <param name="rows">Rows as models see them, <c>[rows, features]</c>.</param>
    /// <param name="before">The numbers of the rows before it, the last one first: as many as its window has, or as there are.</param>
    /// <param name="past"><c>[<see cref="Width"/>]</c>; with a scale, in standard deviations from what pasts are on average, and 0 of stretches before the first row.</param>
    public void Encode(ReadOnlySpan<float> rows, ReadOnlySpan<int> before, Span<float> past)
    {
        past.Clear();
        int start = 0;
        int known = 0;
        foreach (int end in _ends)
        {
            if (start >= before.Length)
            {
                break;
            }

            int last = Math.Min(end, before.Length);
            Average(rows, before[start..last], past.Slice(known * StretchWidth, StretchWidth));
            start = end;
            known++;
        }

        _scale?.Apply(past[..(known * StretchWidth)]);
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
                magnitudes[amount] += float.Abs(row[Amounts[amount]]);
            }
        }

        float share = 1f / stretch.Length;
        foreach (ref float mean in means)
        {
            mean *= share;
        }
    }

    // 1, 2, 4, 8 and so on, up to the window.
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

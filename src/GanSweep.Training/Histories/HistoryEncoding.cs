using System.Collections.Immutable;
using GanSweep.Tables.Transforms;

namespace GanSweep.Training.Histories;

/// <summary>
/// What a model is shown of the rows before one, its window: means over stretches of it that double in length, of the last row, the one before, the two before that and so on
/// (so is the heterogeneous autoregression of Corsi 2009 shown days, weeks and months), of each number of a row and of the magnitude of each amount. Near rows are told apart and far ones are not, which is what few rows can teach.
/// </summary>
internal sealed class HistoryEncoding
{
    private readonly int _features;
    private readonly ImmutableArray<int> _amounts;
    private readonly ImmutableArray<int> _ends;
    private readonly ContextScale? _scale;
    private readonly bool _isTogether;

    /// <param name="features">What rows are made of.</param>
    /// <param name="window">How many rows the next one hangs on, at least 1.</param>
    /// <param name="scale">What contexts are on average; null before that is known.</param>
    public HistoryEncoding(FeatureLayout features, int window, ContextScale? scale = null)
    {
        _scale = scale;
        ArgumentNullException.ThrowIfNull(features);
        ArgumentOutOfRangeException.ThrowIfLessThan(window, 1);
        Window = window;
        _features = features.Count;
        _amounts = [.. Enumerable.Range(0, _features).Where(feature => !features.Choices.Any(choice => feature >= choice.Start && feature < choice.Start + choice.Count))];
        string kind = Environment.GetEnvironmentVariable("GS_HIST") ?? "";
        _ends = kind switch
        {
            "raw" => [.. Enumerable.Range(1, window)],
            "har" => [.. new[] { 1, 5, window }.Where(end => end <= window).Distinct()],
            "fine" => [.. new[] { 1, 2, 3, 5, 8, 12, window }.Where(end => end <= window).Distinct()],
            "dyadic" => [.. DoublingUpTo(window)],
            _ => EndsOf(window),
        };
        _isTogether = Environment.GetEnvironmentVariable("GS_CROSS") is not null && _amounts.Length > 1;
    }

    /// <summary>How many rows the next one hangs on.</summary>
    public int Window { get; }

    /// <summary>Numbers of a context.</summary>
    public int Width => _ends.Length * StretchWidth;

    private int StretchWidth => _features + _amounts.Length + (_isTogether ? 1 : 0);

    /// <summary>Writes the context of a row.</summary>
    /// <param name="rows">Rows as models see them, <c>[rows, features]</c>.</param>
    /// <param name="before">The numbers of the rows before it, the last one first: as many as its window has, or as there are.</param>
    /// <param name="context"><c>[<see cref="Width"/>]</c>.</param>
    public void Encode(ReadOnlySpan<float> rows, ReadOnlySpan<int> before, Span<float> context)
    {
        context.Clear();
        int at = 0;
        int start = 0;
        foreach (int end in _ends)
        {
            int last = Math.Min(end, before.Length);
            Span<float> means = context.Slice(at, _features);
            Span<float> magnitudes = context.Slice(at + _features, _amounts.Length);
            for (int place = start; place < last; place++)
            {
                ReadOnlySpan<float> row = rows.Slice(before[place] * _features, _features);
                for (int feature = 0; feature < means.Length; feature++)
                {
                    means[feature] += row[feature];
                }

                for (int amount = 0; amount < magnitudes.Length; amount++)
                {
                    magnitudes[amount] += float.Abs(row[_amounts[amount]]);
                }
            }

            if (last - start > 1)
            {
                float share = 1f / (last - start);
                foreach (ref float number in context.Slice(at, _features + _amounts.Length))
                {
                    number *= share;
                }
            }

            if (_isTogether)
            {
                float sum = 0;
                foreach (float magnitude in magnitudes)
                {
                    sum += magnitude;
                }

                context[at + _features + _amounts.Length] = sum / _amounts.Length;
            }

            at += StretchWidth;
            start = end;
        }

        if (_scale is { } scale)
        {
            scale.Apply(context);
            ForgetWhatIsNotThere(before.Length, context);
        }
    }

    // Of stretches before the first row nothing is known: they are as on average.
    private void ForgetWhatIsNotThere(int rows, Span<float> context)
    {
        int known = _ends.TakeWhile((_, stretch) => rows > (stretch == 0 ? 0 : _ends[stretch - 1])).Count();
        context[(known * StretchWidth)..].Clear();
    }

    // 1, 5, 25 and so on, up to the window.
    private static ImmutableArray<int> EndsOf(int window)
    {
        List<int> ends = [];
        for (long end = 1; end < window; end *= 5)
        {
            ends.Add((int)end);
        }

        return [.. ends, window];
    }

    private static IEnumerable<int> DoublingUpTo(int window)
    {
        int end = 1;
        for (; end < window; end *= 2)
        {
            yield return end;
        }

        yield return window;
    }
}

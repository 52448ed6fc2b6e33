namespace GanSweep.Tables.Disclosure;

/// <summary>
/// Univariate microaggregation (Defays and Anwar 1998; individual ranking in Domingo-Ferrer and Mateo-Sanz 2002): what may be told of a column of numbers where
/// no value may be told that fewer than k rows have. A value that k rows share is told as it is. The others, in their order, form groups of neighbours of at least
/// k rows, and each is told as the mean of its group; what is left of fewer than k rows between two shared values is told as the nearer one. So the order of rows
/// and the mean of the column stay, and whatever is computed of what is told is computed of groups.
/// </summary>
internal sealed class Microaggregation
{
    // The distinct values, strictly increasing, and what each is told as.
    private readonly double[] _values;
    private readonly double[] _told;

    private Microaggregation(double[] values, double[] told, bool[] isMean)
    {
        _values = values;
        _told = told;
        Means = told.Where((_, place) => isMean[place]).ToHashSet();
    }

    /// <summary>What is told and no value of a row, but a mean of several.</summary>
    public IReadOnlySet<double> Means { get; }

    /// <summary>Groups the values of a column.</summary>
    /// <param name="values">Finite numbers, at least one.</param>
    /// <param name="minimumCount">The rows that a value is told of, k; from 1, which tells every value.</param>
    /// <param name="decimals">What means are rounded to, so that they are spelled as values are; null if they are not. No value has more.</param>
    public static Microaggregation Of(ReadOnlySpan<double> values, int minimumCount, int? decimals)
    {
        double[] sorted = values.ToArray();
        Array.Sort(sorted);
        List<int> starts = [];
        for (int row = 0; row < sorted.Length; row++)
        {
            if (row == 0 || sorted[row] != sorted[row - 1])
            {
                starts.Add(row);
            }
        }

        double[] distinct = [.. starts.Select(start => sorted[start])];
        starts.Add(sorted.Length);
        double[] told = [.. distinct];
        bool[] isMean = new bool[distinct.Length];
        for (int first = 0, end; first < distinct.Length; first = end)
        {
            end = first + 1;
            if (starts[end] - starts[first] >= minimumCount)
            {
                continue;
            }

            while (end < distinct.Length && starts[end + 1] - starts[end] < minimumCount)
            {
                end++;
            }

            if (starts[end] - starts[first] < minimumCount && distinct.Length > end - first)
            {
                TellAsNearest(distinct, told, first, end);
            }
            else
            {
                Group(sorted, starts, told, isMean, first, end, minimumCount, decimals);
            }
        }

        return new Microaggregation(distinct, told, isMean);
    }

    /// <summary>What is told of a value of the column.</summary>
    public double Told(double value)
    {
        return _told[Array.BinarySearch(_values, value)];
    }

    // A stretch of rare values with too few rows for a group lies beside shared values.
    private static void TellAsNearest(double[] distinct, double[] told, int first, int end)
    {
        for (int place = first; place < end; place++)
        {
            bool isBelow = end == distinct.Length || (first > 0 && distinct[place] - distinct[first - 1] <= distinct[end] - distinct[place]);
            told[place] = distinct[isBelow ? first - 1 : end];
        }
    }

    private static void Group(
        double[] sorted, List<int> starts, double[] told, bool[] isMean, int first, int end, int minimumCount, int? decimals)
    {
        for (int group = first, next; group < end; group = next)
        {
            next = group + 1;
            while (next < end && (starts[next] - starts[group] < minimumCount || starts[end] - starts[next] < minimumCount))
            {
                next++;
            }

            ReadOnlySpan<double> rows = sorted.AsSpan(starts[group], starts[next] - starts[group]);
            double mean = MeanOf(rows, decimals);
            told.AsSpan(group, next - group).Fill(mean);
            isMean.AsSpan(group, next - group).Fill(true);
        }
    }

    private static double MeanOf(ReadOnlySpan<double> sorted, int? decimals)
    {
        // Each part before the sum, which so stays within a double.
        double mean = 0;
        foreach (double value in sorted)
        {
            mean += value / sorted.Length;
        }

        return Math.Clamp(decimals is { } places ? Math.Round(mean, places) : mean, sorted[0], sorted[^1]) + 0.0;
    }
}

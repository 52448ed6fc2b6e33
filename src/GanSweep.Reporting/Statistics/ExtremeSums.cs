namespace GanSweep.Reporting.Statistics;

/// <summary>The lowest and the highest sums of consecutive rows that share no row: two bad weeks are not one that is counted twice.</summary>
internal static class ExtremeSums
{
    /// <summary>The lowest first: the lowest sum of all, then the lowest of those that share no row with it, and so on; of equal ones the earliest.</summary>
    /// <param name="stretches">Rows that follow each other, in stretches that no sum goes beyond.</param>
    /// <param name="rows">How many rows are added up, at least 1.</param>
    /// <param name="count">The most sums.</param>
    /// <returns>As many as there are, <paramref name="count"/> at most.</returns>
    public static double[] Lowest(IReadOnlyList<ReadOnlyMemory<double>> stretches, int rows, int count)
    {
        double[][] sums = [.. stretches.Select(stretch => SumsOf(stretch.Span, rows))];
        List<(int Stretch, int Start)> taken = [];
        while (taken.Count < count && LowestBut(sums, taken, rows) is { } next)
        {
            taken.Add(next);
        }

        return [.. taken.Select(place => sums[place.Stretch][place.Start])];
    }

    /// <summary>The highest first.</summary>
    /// <inheritdoc cref="Lowest"/>
    public static double[] Highest(IReadOnlyList<ReadOnlyMemory<double>> stretches, int rows, int count)
    {
        double[] lowest = Lowest([.. stretches.Select(stretch => new ReadOnlyMemory<double>([.. stretch.ToArray().Select(value => -value)]))], rows, count);
        return [.. lowest.Select(sum => -sum)];
    }

    private static (int Stretch, int Start)? LowestBut(double[][] sums, List<(int Stretch, int Start)> taken, int rows)
    {
        (int Stretch, int Start)? lowest = null;
        for (int stretch = 0; stretch < sums.Length; stretch++)
        {
            for (int start = 0; start < sums[stretch].Length; start++)
            {
                if ((lowest is not { } place || sums[stretch][start] < sums[place.Stretch][place.Start])
                    && !taken.Exists(each => each.Stretch == stretch && Math.Abs(each.Start - start) < rows))
                {
                    lowest = (stretch, start);
                }
            }
        }

        return lowest;
    }

    private static double[] SumsOf(ReadOnlySpan<double> values, int rows)
    {
        double[] sums = new double[Math.Max(values.Length - rows + 1, 0)];
        for (int start = 0; start < sums.Length; start++)
        {
            foreach (double value in values.Slice(start, rows))
            {
                sums[start] += value;
            }
        }

        return sums;
    }
}

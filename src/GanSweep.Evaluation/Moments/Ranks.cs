using System.Runtime.CompilerServices;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Moments;

/// <summary>Ranks, which make Spearman's correlation (1904) of Pearson's.</summary>
internal static class Ranks
{
    /// <summary>Every column replaced by its ranks from 1; equal values share the mean of theirs.</summary>
    public static Table Of(Table table)
    {
        double[][] columns = new double[table.ColumnCount][];
        for (int column = 0; column < columns.Length; column++)
        {
            columns[column] = Of(table.Column(column));
        }

        return new Table(table.ColumnNames, columns);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double[] Of(ReadOnlySpan<double> values)
    {
        double[] sorted = values.ToArray();
        int[] rows = [.. Enumerable.Range(0, sorted.Length)];
        Array.Sort(sorted, rows);
        double[] ranks = new double[sorted.Length];
        for (int start = 0, end; start < sorted.Length; start = end)
        {
            end = start + 1;
            while (end < sorted.Length && sorted[end] == sorted[start])
            {
                end++;
            }

            foreach (int row in rows.AsSpan(start, end - start))
            {
                ranks[row] = (start + 1 + end) / 2.0;
            }
        }

        return ranks;
    }
}

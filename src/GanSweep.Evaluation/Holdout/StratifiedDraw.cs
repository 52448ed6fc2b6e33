using GanSweep.Evaluation.Columns;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Holdout;

/// <summary>
/// Random rows that stand for the whole table: the rows are ordered by their mean rank over the columns and cut into as many blocks as rows
/// are wanted; one row is drawn from each. So what is drawn, and what is left, have nearly the distribution of all, extremes included.
/// </summary>
internal static class StratifiedDraw
{
    /// <summary>The rows' numbers by ascending mean rank: levels rank by their number, and missing cells above all others.</summary>
    public static int[] Order(Table table)
    {
        double[] sums = new double[table.RowCount];
        for (int column = 0; column < table.ColumnCount; column++)
        {
            double[] ranks = Ranks.MissingLast(table.Column(column), SortedColumn.RanksOf(table.Present(column)));
            for (int row = 0; row < sums.Length; row++)
            {
                sums[row] += ranks[row];
            }
        }

        int[] order = [.. Enumerable.Range(0, sums.Length)];
        Array.Sort(sums, order);
        return order;
    }

    /// <summary>Divides rows in two, both in the order given.</summary>
    /// <param name="ordered">Row numbers by mean rank.</param>
    /// <param name="count">How many to draw.</param>
    /// <param name="draw">Which draw.</param>
    public static (int[] Drawn, int[] Left) From(ReadOnlySpan<int> ordered, int count, long draw)
    {
        float[] shares = new float[count];
        new CounterRandom(0, RandomPurpose.Holdout, draw).FillUniform(shares);
        int[] drawn = new int[count];
        List<int> left = new(ordered.Length - count);
        for (int block = 0; block < count; block++)
        {
            int start = (int)((long)block * ordered.Length / count);
            int end = (int)((long)(block + 1) * ordered.Length / count);
            int chosen = Math.Min(start + (int)(shares[block] * (end - start)), end - 1);
            drawn[block] = ordered[chosen];
            left.AddRange(ordered[start..chosen]);
            left.AddRange(ordered[(chosen + 1)..end]);
        }

        return (drawn, [.. left]);
    }
}

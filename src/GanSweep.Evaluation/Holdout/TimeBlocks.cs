using System.Collections.Immutable;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables;
using GanSweep.Tables.Sequences;

namespace GanSweep.Evaluation.Holdout;

/// <summary>Parts of rows that follow each other, of which each is one stretch of time: rows that stand between others are hardly new where one hangs on another.</summary>
internal static class TimeBlocks
{
    /// <summary>The last rows of each series, of each as large a share, so that they are as many as are wanted; and the others.</summary>
    /// <param name="table">The table.</param>
    /// <param name="sequence">How its rows follow each other.</param>
    /// <param name="count">How many rows.</param>
    public static (int[] Last, int[] Others) Last(Table table, RowSequence sequence, int count)
    {
        (int[] rows, ImmutableArray<int> lengths) = SequencedTable.OrderOf(table, sequence);
        List<int> last = new(count);
        List<int> others = new(rows.Length - count);
        int start = 0;
        foreach (int length in lengths)
        {
            int end = start + length;
            int taken = (int)(((long)end * count / rows.Length) - ((long)start * count / rows.Length));
            others.AddRange(rows[start..(end - taken)]);
            last.AddRange(rows[(end - taken)..end]);
            start = end;
        }

        return ([.. last], [.. others]);
    }

    /// <summary>A stretch that begins anywhere, with the beginning after the end, and the other rows.</summary>
    /// <param name="ordered">Row numbers in the order of time.</param>
    /// <param name="count">How many to draw.</param>
    /// <param name="draw">Which draw.</param>
    public static (int[] Drawn, int[] Left) From(ReadOnlySpan<int> ordered, int count, long draw)
    {
        Span<int> begin = stackalloc int[1];
        new CounterRandom(0, RandomPurpose.Holdout, draw).FillBelow(begin, ordered.Length);
        int first = begin[0];
        int end = first + count;
        int over = Math.Max(end - ordered.Length, 0);
        return (
            [.. ordered[first..Math.Min(end, ordered.Length)], .. ordered[..over]],
            [.. ordered[over..first], .. ordered[Math.Min(end, ordered.Length)..]]);
    }
}

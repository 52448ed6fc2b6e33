using System.Collections.Immutable;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables;
using GanSweep.Tables.Sequences;

namespace GanSweep.Evaluation.Holdout;

/// <summary>Parts of rows that follow each other, of which each is one stretch of time: rows that stand between others are hardly new where one hangs on another.</summary>
internal static class TimeBlocks
{
    /// <summary>
    /// Rows of each series, of each as large a share, so that they are as many as are wanted: its last ones, or as many blocks as the sequence says, evenly spread, of each of which a window's rows
    /// at either end are left out, since they hang on rows that are trained on, or those on them.
    /// </summary>
    /// <param name="table">The table.</param>
    /// <param name="sequence">How its rows follow each other.</param>
    /// <param name="count">How many rows, with those that are left out.</param>
    /// <returns>The rows, and the others, as they follow each other, stretch after stretch, by their numbers in the table.</returns>
    public static (ImmutableArray<Stretch> HeldOut, ImmutableArray<Stretch> Training) Of(Table table, RowSequence sequence, int count)
    {
        (int[] rows, ImmutableArray<int> lengths) = SequencedTable.OrderOf(table, sequence);
        int gap = sequence.Blocks > 1 ? sequence.Window : 0;
        List<Stretch> heldOut = [];
        List<Stretch> training = [];
        int start = 0;
        foreach ((int series, int length) in lengths.Index())
        {
            int end = start + length;
            int taken = Share(end, count, rows.Length) - Share(start, count, rows.Length);
            int first = start; // of the rows that follow a block
            for (int block = 1; block <= sequence.Blocks; block++)
            {
                int blockEnd = start + Share(block, length, sequence.Blocks);
                int blockStart = blockEnd - (Share(block, taken, sequence.Blocks) - Share(block - 1, taken, sequence.Blocks));
                training.Add(new Stretch(series, first, rows[first..blockStart]));
                int from = blockStart + gap;
                int to = blockEnd - (block < sequence.Blocks ? gap : 0);
                heldOut.Add(new Stretch(series, from, from < to ? rows[from..to] : []));
                first = blockEnd;
            }

            start = end;
        }

        return ([.. heldOut.Where(stretch => stretch.Rows.Length > 0)], [.. training.Where(stretch => stretch.Rows.Length > 0)]);
    }

    /// <summary>
    /// Blocks of which the first begins anywhere and the others evenly spread after it, with the beginning after the end, and the other rows. Of several series each has its share, at the same
    /// places: what is of one time may be alike in all of them.
    /// </summary>
    /// <param name="ordered">Row numbers in the order of time, series after series.</param>
    /// <param name="count">How many to draw, at most all.</param>
    /// <param name="draw">Which draw.</param>
    /// <param name="blocks">How many blocks.</param>
    /// <param name="series">The number of the series of each row, by row; null where there is one.</param>
    public static (int[] Drawn, int[] Left) From(ReadOnlySpan<int> ordered, int count, long draw, int blocks = 1, int[]? series = null)
    {
        Span<int> begin = stackalloc int[1];
        new CounterRandom(0, RandomPurpose.Holdout, draw).FillBelow(begin, ordered.Length);
        List<int> drawn = new(count);
        List<int> left = new(ordered.Length - count);
        int start = 0;
        while (start < ordered.Length)
        {
            int end = start + 1;
            while (end < ordered.Length && (series is null || series[ordered[end]] == series[ordered[start]]))
            {
                end++;
            }

            int taken = Share(end, count, ordered.Length) - Share(start, count, ordered.Length);
            Draw(ordered[start..end], Share(begin[0], end - start, ordered.Length), taken, blocks, drawn, left);
            start = end;
        }

        return ([.. drawn], [.. left]);
    }

    private static void Draw(ReadOnlySpan<int> ordered, int begin, int count, int blocks, List<int> drawn, List<int> left)
    {
        int length = ordered.Length;
        bool[] isDrawn = new bool[length];
        for (int block = 0; block < blocks; block++)
        {
            int first = begin + Share(block, length, blocks);
            int own = Share(block + 1, count, blocks) - Share(block, count, blocks);
            for (int place = first; place < first + own; place++)
            {
                isDrawn[place % length] = true;
                drawn.Add(ordered[place % length]);
            }
        }

        for (int place = 0; place < length; place++)
        {
            if (!isDrawn[place])
            {
                left.Add(ordered[place]);
            }
        }
    }

    // So many parts of a whole that is divided evenly.
    private static int Share(int part, int whole, int parts)
    {
        return (int)((long)part * whole / parts);
    }
}

using System.Buffers;

namespace GanSweep.Evaluation.Columns;

/// <summary>Ranks of a column's cells from 1; equal values share the mean of theirs.</summary>
internal static class Ranks
{
    /// <summary>The ranks of the cells that are there, in their rows; NaN where one is missing.</summary>
    /// <param name="values">The column.</param>
    /// <param name="ofPresent">The ranks of the cells that are there.</param>
    public static double[] InRows(ReadOnlySpan<double> values, double[] ofPresent)
    {
        return InRows(values, ofPresent, double.NaN);
    }

    /// <summary>The ranks of all cells in their rows; those that are missing come last, and share the mean of their ranks.</summary>
    /// <param name="values">The column.</param>
    /// <param name="ofPresent">The ranks of the cells that are there.</param>
    public static double[] MissingLast(ReadOnlySpan<double> values, double[] ofPresent)
    {
        return InRows(values, ofPresent, (ofPresent.Length + 1 + values.Length) / 2.0);
    }

    /// <summary>
    /// Puts the ranks that some of the cells have among each other in place of theirs among all. Doubled, ranks are whole numbers, so they are counted.
    /// </summary>
    /// <param name="some">The ranks of some cells.</param>
    /// <param name="all">How many cells were ranked, at most.</param>
    public static void Again(Span<double> some, int all)
    {
        int[] twice = ArrayPool<int>.Shared.Rent((2 * all) + 1);
        Span<int> counts = twice.AsSpan(0, (2 * all) + 1);
        counts.Clear();
        foreach (double rank in some)
        {
            counts[(int)(2 * rank)]++;
        }

        // How often a rank occurs becomes twice the mean of the new ranks.
        int below = 0;
        foreach (ref int count in counts)
        {
            (count, below) = ((2 * below) + count + 1, below + count);
        }

        foreach (ref double rank in some)
        {
            rank = counts[(int)(2 * rank)] / 2.0;
        }

        ArrayPool<int>.Shared.Return(twice);
    }

    /// <summary>What each cell that is there has, in its row, and in the other rows what a missing cell has.</summary>
    /// <param name="values">The column.</param>
    /// <param name="ofPresent">What the cells that are there have, in their order.</param>
    /// <param name="ofMissing">What a missing one has.</param>
    public static double[] InRows(ReadOnlySpan<double> values, double[] ofPresent, double ofMissing)
    {
        if (ofPresent.Length == values.Length)
        {
            return ofPresent;
        }

        double[] ranks = new double[values.Length];
        int next = 0;
        for (int row = 0; row < ranks.Length; row++)
        {
            ranks[row] = double.IsNaN(values[row]) ? ofMissing : ofPresent[next++];
        }

        return ranks;
    }
}

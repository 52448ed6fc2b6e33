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

    /// <summary>The ranks that some of the cells have among each other. Doubled, ranks are whole numbers, so they are counted.</summary>
    /// <param name="some">Their ranks among all.</param>
    /// <param name="all">How many cells were ranked, at most.</param>
    public static double[] Again(IReadOnlyList<double> some, int all)
    {
        int[] counts = new int[(2 * all) + 1];
        foreach (double rank in some)
        {
            counts[(int)(2 * rank)]++;
        }

        double[] rankOf = new double[counts.Length];
        int below = 0;
        for (int twice = 0; twice < counts.Length; twice++)
        {
            rankOf[twice] = below + ((counts[twice] + 1) / 2.0);
            below += counts[twice];
        }

        return [.. some.Select(rank => rankOf[(int)(2 * rank)])];
    }

    private static double[] InRows(ReadOnlySpan<double> values, double[] ofPresent, double ofMissing)
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

namespace GanSweep.Evaluation.Comparisons;

/// <summary>
/// How many rows may be held against how many others: to compare each with each takes pairs × columns steps. Numbers of rows, not clocks: the
/// same everywhere.
/// </summary>
internal static class RowPairs
{
    // A tenth of a second.
    private const long MostSteps = 1L << 28;
    private const int ColumnsOfTheMost = 16;

    /// <summary>How many rows may be compared with so many others: 2^28 / (others × columns).</summary>
    /// <param name="others">The others.</param>
    /// <param name="columns">Columns of both.</param>
    /// <param name="least">So many in any case.</param>
    /// <param name="most">And never more.</param>
    public static int Against(int others, int columns, int least, int most)
    {
        return (int)Math.Clamp(MostSteps / ((long)others * columns), least, most);
    }

    /// <summary>How many rows may be compared among themselves: the most × √(16 / columns) beyond 16 columns.</summary>
    /// <param name="columns">Their columns.</param>
    /// <param name="most">The most, which is right for 16 columns.</param>
    public static int Among(int columns, int most)
    {
        return columns <= ColumnsOfTheMost ? most : (int)(most * Math.Sqrt((double)ColumnsOfTheMost / columns));
    }
}

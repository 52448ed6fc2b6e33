namespace GanSweep.Tables.Sequences;

/// <summary>How the rows of a table follow each other.</summary>
/// <param name="By">The column of numbers or dates by which rows are sorted, or <see cref="FileOrder"/>.</param>
/// <param name="Group">The column of words that tells one series from another; null if all rows are one series.</param>
/// <param name="Window">How many rows the next one hangs on, 1 to 10,000; default 20.</param>
/// <param name="Blocks">In how many blocks rows of each series are held out, 1 to 100; 1, the default, for its last rows.</param>
public sealed record RowSequence(string By, string? Group = null, int Window = RowSequence.DefaultWindow, int Blocks = 1)
{
    /// <summary>What <see cref="By"/> says where the order is that of the file.</summary>
    public const string FileOrder = "row";

    /// <summary>The window where none is said.</summary>
    public const int DefaultWindow = 20;

    /// <summary>The most blocks.</summary>
    public const int MostBlocks = 100;

    /// <summary>The largest window.</summary>
    public const int LargestWindow = 10_000;

    /// <summary>Whether the order is that of the file.</summary>
    public bool IsFileOrder => By == FileOrder;
}

namespace GanSweep.Tables.Sequences;

/// <summary>What is found of one series of a table.</summary>
/// <param name="Name">The word of its group; null if all rows are one series.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="From">The first stamp, as it is written; null in the order of the file.</param>
/// <param name="To">The last stamp; null in the order of the file.</param>
/// <param name="DoubledStamps">How many rows have the stamp of the row before them.</param>
/// <param name="OutOfOrder">How many rows of the file stand behind one of the series with a later stamp.</param>
/// <param name="UsualStep">The median step from one stamp to another, in <see cref="Unit"/>; 0 if there is none.</param>
/// <param name="LargestGap">The largest step, in <see cref="Unit"/>; 0 if there is none.</param>
/// <param name="GapAfter">The stamp after which the largest step comes, as it is written; null if there is none.</param>
/// <param name="Unit">What steps count: days, seconds, months, or nothing of numbers.</param>
public sealed record SeriesSummary(
    string? Name, int Rows, string? From, string? To, int DoubledStamps, int OutOfOrder, double UsualStep, double LargestGap, string? GapAfter, string Unit)
{
    private const double Long = 20;

    /// <summary>Whether the largest step is so much longer than the usual one that rows on its two sides hardly hang together.</summary>
    public bool HasLongGap => LargestGap > Long * UsualStep;
}

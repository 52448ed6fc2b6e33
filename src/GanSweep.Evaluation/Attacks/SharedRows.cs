namespace GanSweep.Evaluation.Attacks;

/// <summary>How many of the rows that were not trained on are equal to a training row.</summary>
/// <param name="Shared">So many are.</param>
/// <param name="ByChance">So many would be if they were others of the same source: as many as training rows are equal to one another.</param>
public sealed record SharedRows(int Shared, double ByChance)
{
    /// <summary>Whether that is more than chance explains: beyond three standard deviations of a count, and one row.</summary>
    public bool AreTooMany => Shared > ByChance + (3 * Math.Sqrt(ByChance + 1)) + 1;
}

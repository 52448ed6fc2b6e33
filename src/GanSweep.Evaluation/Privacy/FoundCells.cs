namespace GanSweep.Evaluation.Privacy;

/// <summary>How many cells of a column are among the values that are looked for.</summary>
/// <param name="Found">So many are.</param>
/// <param name="Cells">Of so many that are there; missing ones do not count.</param>
public sealed record FoundCells(int Found, int Cells)
{
    /// <summary>The share, 0 to 1; null where no cell is there.</summary>
    public double? Share => Cells == 0 ? null : (double)Found / Cells;
}

using GanSweep.Evaluation.Comparisons;

namespace GanSweep.Evaluation.Fidelity;

/// <summary>How far the shares of missing cells are apart.</summary>
internal static class MissingCells
{
    /// <summary><c>missingGap</c>: mean, over the columns with missing cells on either side, of |share_s − share_r|; null if there are none.</summary>
    public static double? Gap(Comparison comparison)
    {
        return comparison.MeanOver(
            column => comparison.Columns.Missing(column) > 0 || comparison.Real.Columns.Missing(column) > 0, column => GapOf(comparison, column));
    }

    /// <summary>That of one column; 0 where nothing is missing.</summary>
    public static double GapOf(Comparison comparison, int column)
    {
        return Math.Abs(
            ((double)comparison.Columns.Missing(column) / comparison.Synthetic.RowCount)
            - ((double)comparison.Real.Columns.Missing(column) / comparison.Real.Table.RowCount));
    }
}

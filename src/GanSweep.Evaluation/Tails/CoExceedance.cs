using GanSweep.Evaluation.Columns;
using GanSweep.Evaluation.Comparisons;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Tails;

/// <summary>How often every measure is extreme at once: the share of rows beyond the real 90 % quantile of every measure that is not constant. A missing cell is not beyond.</summary>
internal sealed class CoExceedance
{
    private readonly (int Column, double Threshold)[] _thresholds;

    private CoExceedance(RealSide real)
    {
        SortedColumn[] columns = real.Sorted;
        _thresholds =
        [
            .. Enumerable.Range(0, columns.Length)
                .Where(column => !columns[column].IsConstant)
                .Select(column => (column, columns[column].Quantile(9, 10))),
        ];
        RealShare = ShareOf(real.Table);
    }

    /// <summary>That of the real table.</summary>
    public double RealShare { get; }

    /// <summary>What the real table asks for.</summary>
    public static CoExceedance On(RealSide real)
    {
        return real.Part(side => new CoExceedance(side));
    }

    /// <summary><c>coExceedance90</c>: the share of the synthetic rows; null without measures.</summary>
    public static double? Share(Comparison comparison)
    {
        return comparison.Real.HasMeasures ? On(comparison.Real).ShareOf(comparison.Synthetic) : null;
    }

    /// <summary><c>coExceedanceGap</c>: its difference to that of the real table; null without measures.</summary>
    public static double? Gap(Comparison comparison)
    {
        return !comparison.Real.HasMeasures ? null : Math.Abs(On(comparison.Real).ShareOf(comparison.Synthetic) - On(comparison.Real).RealShare);
    }

    private double ShareOf(Table table)
    {
        if (_thresholds.Length == 0)
        {
            return 0;
        }

        int beyond = 0;
        for (int row = 0; row < table.RowCount; row++)
        {
            bool all = true;
            for (int i = 0; i < _thresholds.Length && all; i++)
            {
                all = table.Column(_thresholds[i].Column)[row] > _thresholds[i].Threshold;
            }

            beyond += all ? 1 : 0;
        }

        return (double)beyond / table.RowCount;
    }
}

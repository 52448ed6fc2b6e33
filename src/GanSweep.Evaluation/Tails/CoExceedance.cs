using GanSweep.Evaluation.Columns;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Tails;

/// <summary>How often every column is extreme at once: the share of rows beyond the real 90 % quantile of every column that is not constant.</summary>
internal sealed class CoExceedance
{
    private readonly (int Column, double Threshold)[] _thresholds;

    public CoExceedance(Table real, IReadOnlyList<SortedColumn> columns)
    {
        _thresholds =
        [
            .. Enumerable.Range(0, columns.Count)
                .Where(column => columns[column].Values[0] != columns[column].Values[^1])
                .Select(column => (column, columns[column].Quantile(9, 10))),
        ];
        RealShare = ShareOf(real);
    }

    public double RealShare { get; }

    public double ShareOf(Table table)
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

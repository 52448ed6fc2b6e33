using GanSweep.Tables;

namespace GanSweep.Evaluation.Privacy;

/// <summary>
/// A table whose missing cells are numbers, so that rows can be subtracted and compared: −1 for levels, and for measures the largest number, as far from
/// all that is measured as can be. The table itself, where nothing is missing.
/// </summary>
/// <param name="table">The table.</param>
internal sealed class DenseRows(Table table)
{
    private const double MissingMeasure = double.MaxValue;
    private const double MissingLevel = -1;

    private readonly Table _table = table.HasMissing
        ? table.WithRows([.. Enumerable.Range(0, table.ColumnCount).Select(column => Filled(table, column))])
        : table;

    /// <summary>The number of rows.</summary>
    public int RowCount => _table.RowCount;

    /// <summary>The number of columns.</summary>
    public int ColumnCount => _table.ColumnCount;

    /// <summary>The values of a column, none of them NaN.</summary>
    public ReadOnlySpan<double> Column(int column)
    {
        return _table.Column(column);
    }

    private static double[] Filled(Table table, int column)
    {
        double missing = table.Schema[column].HasLevels ? MissingLevel : MissingMeasure;
        double[] values = table.Column(column).ToArray();
        for (int row = 0; row < values.Length; row++)
        {
            values[row] = double.IsNaN(values[row]) ? missing : values[row];
        }

        return values;
    }
}

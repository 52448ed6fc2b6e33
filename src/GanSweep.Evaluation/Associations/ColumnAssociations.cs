using GanSweep.Evaluation.Comparisons;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Associations;

/// <summary>How closely the columns of one table go together, pair by pair: what <c>associationDistance</c> holds against another table.</summary>
public static class ColumnAssociations
{
    /// <summary>
    /// Pearson's correlation of two measures over the rows where both are there, the correlation ratio η of a measure and levels, and the bias-corrected
    /// Cramér's V of levels and levels, where a missing level is a level.
    /// </summary>
    /// <param name="table">A table without infinities.</param>
    /// <returns><c>[columns, columns]</c>: −1 to 1, and 0 to 1 with levels; 1 for a column and itself; NaN with a column that does not vary.</returns>
    /// <exception cref="ArgumentException">A cell is infinite or none of its column's levels.</exception>
    public static double[,] Of(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        TableColumns columns = new(table, (column, row) => new ArgumentException(
            $"Row {row + 1} of column '{table.ColumnNames[column]}' is {table.Column(column)[row]}; associations need finite numbers and known levels.",
            nameof(table)));
        TableAssociations associations = new(columns, new CentredColumns(table, columns.Moments));
        double[,] all = new double[table.ColumnCount, table.ColumnCount];
        for (int first = 0; first < table.ColumnCount; first++)
        {
            all[first, first] = associations.Varies(first) ? 1 : double.NaN;
            for (int second = first + 1; second < table.ColumnCount; second++)
            {
                all[first, second] = all[second, first] = associations.Of(first, second);
            }
        }

        return all;
    }
}

using GanSweep.Evaluation.Columns;
using GanSweep.Evaluation.Levels;
using GanSweep.Evaluation.Moments;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Comparisons;

/// <summary>The columns of a table as scores read them: measures (numbers and dates) by the cells that are there, others by their levels.</summary>
internal sealed class TableColumns
{
    /// <param name="table">The table.</param>
    /// <param name="refusal">What to throw for a cell, by column and row from 0, that is infinite or none of its column's levels.</param>
    public TableColumns(Table table, Func<int, int, Exception> refusal)
    {
        Table = table;
        Moments = new ColumnMoments[table.ColumnCount];
        Levels = new LevelCodes?[table.ColumnCount];
        for (int column = 0; column < Moments.Length; column++)
        {
            if (table.Schema[column].HasLevels)
            {
                Moments[column] = ColumnMoments.None;
                Levels[column] = LevelCodes.TryOf(table, column, out int badRow) ?? throw refusal(column, badRow);
            }
            else
            {
                Moments[column] = ColumnMoments.TryOf(table.Column(column))
                    ?? ColumnMoments.TryOf(table.Present(column)) ?? throw refusal(column, FirstInfinite(table.Column(column)));
            }
        }
    }

    /// <summary>The table.</summary>
    public Table Table { get; }

    /// <summary>The moments of its measures, of the cells that are there; none for levels.</summary>
    public ColumnMoments[] Moments { get; }

    /// <summary>The cells of its columns of levels; null for measures.</summary>
    public LevelCodes?[] Levels { get; }

    /// <summary>How many cells of a column are missing.</summary>
    public int Missing(int column)
    {
        return Levels[column]?.Missing ?? Table.RowCount - Moments[column].Count;
    }

    /// <summary>The cells of its measures that are there in ascending order; none for levels.</summary>
    /// <param name="forRanks">Whether ranks will be asked for.</param>
    public SortedColumn[] Sort(bool forRanks)
    {
        return [.. Levels.Select((levels, column) => levels is null ? new SortedColumn(Present(column), forRanks) : SortedColumn.Empty)];
    }

    // The table itself would look for missing cells once more.
    private ReadOnlySpan<double> Present(int column)
    {
        return Missing(column) == 0 ? Table.Column(column) : Table.Present(column);
    }

    private static int FirstInfinite(ReadOnlySpan<double> values)
    {
        int row = 0;
        while (!double.IsInfinity(values[row]))
        {
            row++;
        }

        return row;
    }
}

using GanSweep.Tables;
using GanSweep.Tables.Schema;

namespace GanSweep.Reporting.Statistics;

/// <summary>Which columns of a table are of which kind, by their numbers from 0.</summary>
internal static class TableKinds
{
    /// <summary>Those of numbers.</summary>
    public static int[] Numbers(this Table table)
    {
        return Where(table, column => column.Kind == ColumnKind.Number);
    }

    /// <summary>Those of dates.</summary>
    public static int[] Dates(this Table table)
    {
        return Where(table, column => column.Kind == ColumnKind.Date);
    }

    /// <summary>Those of numbers and of dates.</summary>
    public static int[] Measures(this Table table)
    {
        return Where(table, column => !column.HasLevels);
    }

    /// <summary>Those of levels.</summary>
    public static int[] OfLevels(this Table table)
    {
        return Where(table, column => column.HasLevels);
    }

    /// <summary>The table of some of the columns; the table itself if these are all.</summary>
    public static Table Of(this Table table, int[] columns)
    {
        return columns.Length == table.ColumnCount ? table : table.Choose(columns);
    }

    /// <summary>The share of a column's cells that are missing.</summary>
    public static double MissingShare(this Table table, int column)
    {
        return table.RowCount == 0 ? 0 : (double)table.MissingCount(column) / table.RowCount;
    }

    private static int[] Where(Table table, Func<ColumnSchema, bool> isOne)
    {
        return [.. Enumerable.Range(0, table.ColumnCount).Where(column => isOne(table.Schema[column]))];
    }
}

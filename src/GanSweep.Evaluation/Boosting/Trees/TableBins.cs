using GanSweep.Tables;

namespace GanSweep.Evaluation.Boosting.Trees;

/// <summary>The bins of a table's columns, found on the rows that a model is trained on. Levels are binned as the numbers of their places.</summary>
internal sealed class TableBins
{
    private readonly ColumnBins[] _columns;

    /// <param name="table">The rows.</param>
    /// <param name="ofEqualFrequency">How many bins a column of more than 255 different values has; up to as many.</param>
    public TableBins(Table table, int ofEqualFrequency)
    {
        _columns = [.. Enumerable.Range(0, table.ColumnCount).Select(column => new ColumnBins(table.Present(column), ofEqualFrequency))];
    }

    /// <summary>How many columns there are.</summary>
    public int ColumnCount => _columns.Length;

    /// <summary>The bin of a column's missing cells, and how many others there are.</summary>
    public int Missing(int column)
    {
        return _columns[column].Missing;
    }

    /// <summary>The bins of a table's cells, <c>[columns][rows]</c>.</summary>
    /// <param name="table">One of the same columns.</param>
    public byte[][] Of(Table table)
    {
        return [.. _columns.Select((bins, column) => bins.Of(table.Column(column)))];
    }
}

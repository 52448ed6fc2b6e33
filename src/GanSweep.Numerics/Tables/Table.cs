namespace GanSweep.Numerics.Tables;

/// <summary>A table of finite numbers, held by column.</summary>
public sealed class Table
{
    private readonly double[][] _columns;

    /// <summary>Takes the columns on; the arrays must not be changed afterwards.</summary>
    /// <param name="columnNames">One name a column.</param>
    /// <param name="columns"><c>[columns][rows]</c>.</param>
    /// <exception cref="ArgumentException">Names and columns differ in number, or columns in length, or there are none.</exception>
    public Table(IReadOnlyList<string> columnNames, double[][] columns)
    {
        ArgumentNullException.ThrowIfNull(columnNames);
        ArgumentNullException.ThrowIfNull(columns);
        if (columns.Length == 0 || columnNames.Count != columns.Length)
        {
            throw new ArgumentException($"{columnNames.Count} names for {columns.Length} columns; a table has at least one column.", nameof(columns));
        }

        if (columns.Any(column => column.Length != columns[0].Length))
        {
            throw new ArgumentException("All columns must have the same number of rows.", nameof(columns));
        }

        ColumnNames = columnNames;
        _columns = columns;
    }

    /// <summary>The columns' names, in the file's order.</summary>
    public IReadOnlyList<string> ColumnNames { get; }

    /// <summary>The number of columns.</summary>
    public int ColumnCount => _columns.Length;

    /// <summary>The number of rows.</summary>
    public int RowCount => _columns[0].Length;

    /// <summary>The values of a column, <c>[rows]</c>.</summary>
    public ReadOnlySpan<double> Column(int column)
    {
        return _columns[column];
    }
}

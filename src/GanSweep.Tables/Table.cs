namespace GanSweep.Tables;

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

    /// <summary>How large it is.</summary>
    public TableSize Size => new(RowCount, ColumnCount);

    /// <summary>The values of a column, <c>[rows]</c>.</summary>
    public ReadOnlySpan<double> Column(int column)
    {
        return _columns[column];
    }

    /// <summary>A table of some of the rows, in the order given; a row may be taken more than once.</summary>
    /// <param name="rows">Row numbers, from 0.</param>
    public Table Take(ReadOnlySpan<int> rows)
    {
        double[][] columns = new double[ColumnCount][];
        for (int column = 0; column < columns.Length; column++)
        {
            double[] values = _columns[column];
            double[] taken = new double[rows.Length];
            for (int row = 0; row < taken.Length; row++)
            {
                taken[row] = values[rows[row]];
            }

            columns[column] = taken;
        }

        return new Table(ColumnNames, columns);
    }

    /// <summary>The table, or of a longer one <paramref name="limit"/> evenly spaced rows.</summary>
    /// <param name="limit">The most rows, at least 1.</param>
    public Table Thinned(int limit)
    {
        return RowCount <= limit ? this : Take(EvenlySpaced(limit));
    }

    /// <summary>The numbers of at most <paramref name="limit"/> evenly spaced rows.</summary>
    public int[] EvenlySpaced(int limit)
    {
        return [.. Tables.EvenlySpaced.Of(RowCount, limit).Select(row => (int)row)];
    }
}

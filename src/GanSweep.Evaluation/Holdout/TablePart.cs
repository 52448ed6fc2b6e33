using GanSweep.Tables;

namespace GanSweep.Evaluation.Holdout;

/// <summary>Some rows of a table, in its order. They are copied when they are asked for as a table: of a large one that is as much memory again.</summary>
internal sealed class TablePart
{
    private readonly Table _table;
    private readonly int[]? _numbers;
    private readonly Lazy<Table> _rows;

    /// <summary>All rows of a table.</summary>
    public TablePart(Table table)
    {
        _table = table;
        _rows = new Lazy<Table>(table);
    }

    /// <param name="table">The table.</param>
    /// <param name="numbers">The rows' numbers in it, from 0 and ascending.</param>
    public TablePart(Table table, int[] numbers)
    {
        _table = table;
        _numbers = numbers;
        _rows = new Lazy<Table>(() => table.Take(numbers));
    }

    /// <summary>How many rows there are.</summary>
    public int RowCount => _numbers?.Length ?? _table.RowCount;

    /// <summary>How many columns they have.</summary>
    public int ColumnCount => _table.ColumnCount;

    /// <summary>The table that they are some rows of.</summary>
    public Table Table => _table;

    /// <summary>Their numbers in it; null if they are all of it.</summary>
    public IReadOnlyList<int>? Numbers => _numbers;

    /// <summary>The rows as a table of their own, the same each time.</summary>
    public Table Rows => _rows.Value;

    /// <summary>Some of the rows that follow each other, as a table.</summary>
    /// <param name="start">The first, from 0.</param>
    /// <param name="count">How many.</param>
    public Table Slice(int start, int count)
    {
        return _table.Take(_numbers is null ? [.. Enumerable.Range(start, count)] : _numbers.AsSpan(start, count));
    }

    /// <summary><see cref="Table.Thinned"/> of the rows.</summary>
    public Table Thinned(int limit)
    {
        return _numbers is null || RowCount <= limit ? Rows.Thinned(limit) : _table.Take([.. EvenlySpaced.Of(RowCount, limit).Select(row => _numbers[row])]);
    }
}

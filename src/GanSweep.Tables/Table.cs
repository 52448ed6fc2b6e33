using System.Collections.Immutable;
using GanSweep.Tables.Schema;

namespace GanSweep.Tables;

/// <summary>
/// A table, held by column: numbers, and what they stand for. A missing cell is NaN; every other number is finite.
/// </summary>
public sealed class Table
{
    private readonly double[][] _columns;
    private readonly Lazy<ImmutableArray<int>> _missing;

    /// <summary>A table of numbers. Takes the columns on; the arrays must not be changed afterwards.</summary>
    /// <param name="columnNames">One name a column.</param>
    /// <param name="columns"><c>[columns][rows]</c>.</param>
    /// <exception cref="ArgumentException">Names and columns differ in number, or columns in length, or there are none.</exception>
    public Table(IReadOnlyList<string> columnNames, double[][] columns)
        : this([.. (columnNames ?? throw new ArgumentNullException(nameof(columnNames))).Select(name => new ColumnSchema(name))], columns)
    {
    }

    /// <summary>Takes the columns on; the arrays must not be changed afterwards.</summary>
    /// <param name="schema">What each column is.</param>
    /// <param name="columns"><c>[columns][rows]</c>.</param>
    /// <param name="form">How its file is spelled; plainly if it is left out.</param>
    /// <exception cref="ArgumentException">Schema and columns differ in number, or columns in length, or there are none.</exception>
    public Table(ImmutableArray<ColumnSchema> schema, double[][] columns, TableForm? form = null)
    {
        ArgumentNullException.ThrowIfNull(columns);
        if (columns.Length == 0 || schema.Length != columns.Length)
        {
            throw new ArgumentException($"{schema.Length} names for {columns.Length} columns; a table has at least one column.", nameof(columns));
        }

        if (columns.Any(column => column.Length != columns[0].Length))
        {
            throw new ArgumentException("All columns must have the same number of rows.", nameof(columns));
        }

        Schema = schema;
        Form = form ?? TableForm.Plain;
        ColumnNames = [.. schema.Select(column => column.Name)];
        _columns = columns;
        _missing = new Lazy<ImmutableArray<int>>(() => [.. _columns.Select(CountMissing)]);
    }

    /// <summary>What each column is, in the file's order.</summary>
    public ImmutableArray<ColumnSchema> Schema { get; }

    /// <summary>How its file is spelled.</summary>
    public TableForm Form { get; }

    /// <summary>The columns' names, in the file's order.</summary>
    public IReadOnlyList<string> ColumnNames { get; }

    /// <summary>The number of columns.</summary>
    public int ColumnCount => _columns.Length;

    /// <summary>The number of rows.</summary>
    public int RowCount => _columns[0].Length;

    /// <summary>How large it is.</summary>
    public TableSize Size => new(RowCount, ColumnCount);

    /// <summary>Whether every column is of numbers, and no cell is missing.</summary>
    public bool IsOfNumbers => Schema.All(column => column.Kind == ColumnKind.Number) && !HasMissing;

    /// <summary>Whether a cell is missing.</summary>
    public bool HasMissing => _missing.Value.Any(count => count > 0);

    /// <summary>The values of a column, <c>[rows]</c>.</summary>
    public ReadOnlySpan<double> Column(int column)
    {
        return _columns[column];
    }

    /// <summary>How many cells of a column are missing.</summary>
    public int MissingCount(int column)
    {
        return _missing.Value[column];
    }

    /// <summary>The values of a column that are there, in the order of the rows.</summary>
    public ReadOnlySpan<double> Present(int column)
    {
        return MissingCount(column) == 0 ? _columns[column] : [.. _columns[column].Where(value => !double.IsNaN(value))];
    }

    /// <summary>Other rows of the same columns. Takes the columns on.</summary>
    /// <param name="columns"><c>[columns][rows]</c>.</param>
    public Table WithRows(double[][] columns)
    {
        return new Table(Schema, columns, Form);
    }

    /// <summary>The same rows, with the levels of its columns where another table has them; levels that it does not have come last.</summary>
    /// <param name="other">A table of as many columns. A column of levels follows one that has levels too; others stay.</param>
    public Table WithLevelsOf(Table other)
    {
        ArgumentNullException.ThrowIfNull(other);
        ImmutableArray<ColumnSchema>.Builder schema = Schema.ToBuilder();
        double[][] columns = [.. _columns];
        for (int column = 0; column < ColumnCount; column++)
        {
            ImmutableArray<string> own = Schema[column].Levels;
            if (Schema[column].HasLevels && other.Schema[column].HasLevels && !own.SequenceEqual(other.Schema[column].Levels))
            {
                ImmutableArray<string> levels = [.. other.Schema[column].Levels, .. own.Except(other.Schema[column].Levels)];
                Dictionary<string, int> numbers = levels.Index().ToDictionary(level => level.Item, level => level.Index);
                schema[column] = other.Schema[column] with { Levels = levels };
                columns[column] = [.. _columns[column].Select(value => double.IsNaN(value) ? value : numbers[own[(int)value]])];
            }
        }

        return new Table(schema.MoveToImmutable(), columns, Form);
    }

    /// <summary>Some of the columns.</summary>
    /// <param name="columns">Their numbers, from 0.</param>
    public Table Choose(IReadOnlyCollection<int> columns)
    {
        return new Table([.. columns.Select(column => Schema[column])], [.. columns.Select(column => _columns[column])]);
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

        return WithRows(columns);
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

    private static int CountMissing(double[] values)
    {
        int count = 0;
        foreach (double value in values)
        {
            count += double.IsNaN(value) ? 1 : 0;
        }

        return count;
    }
}

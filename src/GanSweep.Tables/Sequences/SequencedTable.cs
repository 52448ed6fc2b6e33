using System.Collections.Immutable;
using GanSweep.Tables.Schema;

namespace GanSweep.Tables.Sequences;

/// <summary>
/// A table of rows that follow each other: its series one after another, each in the order of time. The rows that a row hangs on, its window, are those
/// before it, as far as its series goes back.
/// </summary>
public sealed class SequencedTable
{
    /// <param name="table">The rows, series after series, each in the order of time.</param>
    /// <param name="lengths">How many rows each series has, at least one.</param>
    /// <param name="clock">The number of the column that says when; null if the order of the rows does.</param>
    /// <param name="group">The number of the column of levels that says which series; null if there is one series.</param>
    /// <exception cref="ArgumentException">The series have not as many rows as the table.</exception>
    public SequencedTable(Table table, ImmutableArray<int> lengths, int? clock = null, int? group = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (lengths.Any(length => length < 1) || lengths.Sum() != table.RowCount)
        {
            throw new ArgumentException($"Series of {string.Join(", ", lengths.Take(10))} rows are no division of a table of {table.RowCount}.", nameof(lengths));
        }

        Table = table;
        Lengths = lengths;
        Clock = clock;
        Group = group;
        Values = [.. Enumerable.Range(0, table.ColumnCount).Where(column => table.Schema[column].Kind == ColumnKind.Number && column != clock && column != group)];
    }

    /// <summary>The rows, series after series, each in the order of time.</summary>
    public Table Table { get; }

    /// <summary>How many rows each series has, at least one.</summary>
    public ImmutableArray<int> Lengths { get; }

    /// <summary>The number of the column that says when; null if the order of the rows does.</summary>
    public int? Clock { get; }

    /// <summary>The number of the column of levels that says which series; null if there is one series.</summary>
    public int? Group { get; }

    /// <summary>The numbers of the columns of numbers that the series are of: neither <see cref="Clock"/> nor <see cref="Group"/>.</summary>
    public ImmutableArray<int> Values { get; }

    /// <summary>How it was said that they do; the order in which they stand, unless it was.</summary>
    public RowSequence Said { get; private init; } = new(RowSequence.FileOrder);

    /// <summary>The word that tells each series from the others; null where its cells are missing, or if there is one series.</summary>
    public ImmutableArray<string?> Words =>
    [
        .. Series.Select(rows => Group is { } group && Table.Column(group)[rows.Start] is var level && !double.IsNaN(level) ? Table.Schema[group].Levels[(int)level] : null),
    ];

    /// <summary>Where each series begins and ends among the rows.</summary>
    public IEnumerable<Range> Series
    {
        get
        {
            int start = 0;
            foreach (int length in Lengths)
            {
                yield return start..(start + length);
                start += length;
            }
        }
    }

    /// <summary>The number of the series of each row, from 0.</summary>
    public int[] SeriesOfRows => [.. Lengths.SelectMany((length, series) => Enumerable.Repeat(series, length))];

    /// <summary>The rows of a table as they follow each other; those with the same stamp stay in the table's order.</summary>
    /// <param name="table">The table, of at least one row.</param>
    /// <param name="sequence">How they do.</param>
    /// <exception cref="ArgumentException">The table has not its columns.</exception>
    public static SequencedTable Of(Table table, RowSequence sequence)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(sequence);
        int? clock = sequence.IsFileOrder ? null : PlaceOf(table, sequence.By);
        return Of(table, clock, clock, sequence.Group is { } group ? PlaceOf(table, group) : null, sequence);
    }

    /// <summary>The numbers of a table's rows as they follow each other, series after series, and how many rows each series has.</summary>
    /// <inheritdoc cref="Of(Table, RowSequence)"/>
    public static (int[] Rows, ImmutableArray<int> Lengths) OrderOf(Table table, RowSequence sequence)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(sequence);
        return Order(table, sequence.IsFileOrder ? null : PlaceOf(table, sequence.By), sequence.Group is { } group ? PlaceOf(table, group) : null);
    }

    /// <summary>Rows of a table with the same columns that follow each other as these do.</summary>
    /// <param name="rows">The rows, at least one.</param>
    public SequencedTable Like(Table rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return Of(rows, Clock, Clock, Group, Said);
    }

    /// <summary>Rows of a table with the same columns that follow each other in an order that is known.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="order">Their numbers, series after series, and how many rows each series has.</param>
    public SequencedTable Like(Table rows, (int[] Rows, ImmutableArray<int> Lengths) order)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return new SequencedTable(rows.Take(order.Rows), order.Lengths, Clock, Group) { Said = Said };
    }

    /// <summary>Rows of a table with the same columns that have no order but that in which they were drawn: those of each group are a series.</summary>
    /// <param name="drawn">The rows, at least one.</param>
    public SequencedTable AsDrawn(Table drawn)
    {
        ArgumentNullException.ThrowIfNull(drawn);
        return Of(drawn, sortedBy: null, Clock, Group, Said);
    }

    /// <summary>The table, or of a longer one as many evenly spaced series as fit, each whole; the last rows of a series that alone is too long.</summary>
    /// <param name="limit">The most rows, at least 1.</param>
    public SequencedTable Shortened(int limit)
    {
        if (Table.RowCount <= limit)
        {
            return this;
        }

        Range[] series = [.. Series];
        int count = Math.Max((int)((long)series.Length * limit / Table.RowCount), 1);
        List<int> rows = [];
        List<int> lengths = [];
        foreach (long index in EvenlySpaced.Of(series.Length, count))
        {
            int end = series[index].End.Value;
            int length = Math.Min(end - series[index].Start.Value, limit - rows.Count);
            if (length > 0)
            {
                rows.AddRange(Enumerable.Range(end - length, length));
                lengths.Add(length);
            }
        }

        return new SequencedTable(Table.Take([.. rows]), [.. lengths], Clock, Group) { Said = Said };
    }

    private static SequencedTable Of(Table table, int? sortedBy, int? clock, int? group, RowSequence said)
    {
        (int[] rows, ImmutableArray<int> lengths) = Order(table, sortedBy, group);
        return new SequencedTable(table.Take(rows), lengths, clock, group) { Said = said };
    }

    private static (int[] Rows, ImmutableArray<int> Lengths) Order(Table table, int? sortedBy, int? group)
    {
        IEnumerable<int> rows = Enumerable.Range(0, table.RowCount);
        double[]? stamps = sortedBy is { } clock ? table.Column(clock).ToArray() : null;
        if (group is not { } grouping)
        {
            return ([.. stamps is null ? rows : rows.OrderBy(row => stamps[row])], [table.RowCount]);
        }

        // Sorting keeps the order of what is equal; rows without a group are a series too.
        double[] groups = table.Column(grouping).ToArray();
        IOrderedEnumerable<int> grouped = rows.OrderBy(row => groups[row]);
        int[] order = [.. stamps is null ? grouped : grouped.ThenBy(row => stamps[row])];
        return (order, [.. order.GroupBy(row => groups[row]).Select(series => series.Count())]);
    }

    private static int PlaceOf(Table table, string column)
    {
        int place = table.ColumnNames.Index().Where(each => each.Item == column).Select(each => each.Index).DefaultIfEmpty(-1).First();
        return place >= 0 ? place : throw new ArgumentException($"The table has no column \"{column}\" by which its rows follow each other.", nameof(column));
    }
}

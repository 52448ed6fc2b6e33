using GanSweep.Evaluation.Holdout;
using GanSweep.Tables;
using GanSweep.Tables.Sequences;

namespace GanSweep.Evaluation.Comparisons;

/// <summary>
/// Tables without the column that says when rows are, in the order that it gives them. It is not learnt but goes on, for as long as a path does, so how it is distributed says
/// nothing of a generator; and it tells the rows of one period from those of another without a look at them.
/// </summary>
public static class WithoutClock
{
    /// <summary>A real table and its parts.</summary>
    /// <param name="table">The whole real table.</param>
    /// <param name="split">What of it is trained on, and what is held out.</param>
    /// <param name="sequence">How rows follow each other; null if they do not.</param>
    /// <exception cref="ArgumentException">The table has not the sequence's columns, or no others.</exception>
    internal static (Table Table, HoldoutSplit Split, RowSequence? Sequence) Of(Table table, HoldoutSplit split, RowSequence? sequence)
    {
        if (sequence is null or { IsFileOrder: true })
        {
            return (table, split, sequence);
        }

        SequencedTable ordered = SequencedTable.Of(table, sequence);
        return (Of(ordered.Table, sequence), split.Ordered(ordered, rows => Of(rows, sequence)), sequence with { By = RowSequence.FileOrder });
    }

    /// <summary>Synthetic rows that follow each other as it is said of them.</summary>
    /// <param name="synthetic">The rows.</param>
    /// <param name="sequence">How the real rows follow each other; null if they do not.</param>
    internal static SequencedTable Of(SequencedTable synthetic, RowSequence? sequence)
    {
        Table rows = Of(synthetic.Table, sequence);
        int? group = sequence?.Group is { } name ? rows.ColumnNames.Index().First(column => column.Item == name).Index : null;
        return new SequencedTable(rows, synthetic.Lengths, clock: null, group);
    }

    /// <summary>A table as its rows stand there: those of a synthetic one follow each other so.</summary>
    /// <param name="table">The table, real or synthetic.</param>
    /// <param name="sequence">How the real rows follow each other; null if they do not.</param>
    public static Table Of(Table table, RowSequence? sequence)
    {
        ArgumentNullException.ThrowIfNull(table);
        return sequence is null or { IsFileOrder: true }
            ? table
            : table.Choose([.. Enumerable.Range(0, table.ColumnCount).Where(column => table.ColumnNames[column] != sequence.By)]);
    }
}

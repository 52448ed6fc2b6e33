using GanSweep.Tables;
using GanSweep.Tables.Sequences;

namespace GanSweep.Evaluation.Holdout;

/// <summary>
/// Parts of real rows as a sweep divides them, drawn at random: rows that stand for all (<see cref="StratifiedDraw"/>), or where rows follow each other stretches of
/// time (<see cref="TimeBlocks"/>).
/// </summary>
internal sealed class RowDraw
{
    private readonly (int Blocks, int[] Series)? _time; // null where rows have no order

    /// <param name="table">The real rows.</param>
    /// <param name="sequence">They as they follow each other; null if they do not.</param>
    /// <param name="limit">The most rows, evenly spaced.</param>
    public RowDraw(Table table, SequencedTable? sequence, int limit)
    {
        if (sequence is null)
        {
            Rows = table.Thinned(limit);
            Order = StratifiedDraw.Order(Rows);
        }
        else
        {
            int[] series = sequence.SeriesOfRows;
            Rows = sequence.Table.Thinned(limit);
            Order = [.. Enumerable.Range(0, Rows.RowCount)];
            _time = (sequence.Said.Blocks, [.. sequence.Table.EvenlySpaced(limit).Select(row => series[row])]);
        }
    }

    /// <summary>The rows; in the order of time where they have one.</summary>
    public Table Rows { get; }

    /// <summary>Their numbers, as they are drawn from.</summary>
    public int[] Order { get; }

    /// <summary>Divides rows in two, both in the order given.</summary>
    /// <param name="ordered"><see cref="Order"/>, or what is left of it.</param>
    /// <param name="count">How many to draw.</param>
    /// <param name="draw">Which draw.</param>
    public (int[] Drawn, int[] Left) From(ReadOnlySpan<int> ordered, int count, long draw)
    {
        return _time is { } time ? TimeBlocks.From(ordered, count, draw, time.Blocks, time.Series) : StratifiedDraw.From(ordered, count, draw);
    }
}

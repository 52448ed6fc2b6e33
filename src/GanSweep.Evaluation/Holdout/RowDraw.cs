using GanSweep.Tables;
using GanSweep.Tables.Sequences;

namespace GanSweep.Evaluation.Holdout;

/// <summary>
/// Parts of real rows as a sweep divides them, drawn at random: rows that stand for all (<see cref="StratifiedDraw"/>), or where rows follow each other stretches of
/// time (<see cref="TimeBlocks"/>).
/// </summary>
internal sealed class RowDraw
{
    private readonly int? _blocks; // null where rows have no order

    /// <param name="table">The real rows.</param>
    /// <param name="sequence">They as they follow each other; null if they do not.</param>
    /// <param name="limit">The most rows, evenly spaced.</param>
    public RowDraw(Table table, SequencedTable? sequence, int limit)
    {
        _blocks = sequence?.Said.Blocks;
        Rows = (sequence?.Table ?? table).Thinned(limit);
        Order = _blocks is not null ? [.. Enumerable.Range(0, Rows.RowCount)] : StratifiedDraw.Order(Rows);
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
        return _blocks is { } blocks ? TimeBlocks.From(ordered, count, draw, blocks) : StratifiedDraw.From(ordered, count, draw);
    }
}

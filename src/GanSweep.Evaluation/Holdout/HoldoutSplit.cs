using System.Collections.Immutable;
using GanSweep.Tables;
using GanSweep.Tables.Sequences;

namespace GanSweep.Evaluation.Holdout;

/// <summary>
/// A table divided into rows that are trained on and rows that are held out: what privacy, utility and detectability are measured by. A function of the table and the
/// share, so the same for every run of a sweep. Stratified: rows are ordered by their mean rank over the columns, cut into as many blocks as
/// rows are held out, and one of each block is held out at random; both parts then resemble the table. Of rows that follow each other the last are held out, or blocks of
/// them.
/// </summary>
public sealed class HoldoutSplit
{
    // The rows of each part as they follow each other, stretch after stretch; null where its rows alone say how.
    private readonly (int[] Rows, ImmutableArray<int> Lengths)? _trainingOrder;
    private readonly (int[] Rows, ImmutableArray<int> Lengths)? _heldOutOrder;

    /// <summary>A split that was made elsewhere.</summary>
    /// <param name="training">The rows that are trained on.</param>
    /// <param name="heldOut">The rows that are held out, with the same columns; null if none are.</param>
    public HoldoutSplit(Table training, Table? heldOut)
    {
        Training = training;
        HeldOut = heldOut;
    }

    private HoldoutSplit(Table table, int[] training, int[] heldOut, ImmutableArray<int[]>? trainingStretches = null, ImmutableArray<int[]>? heldOutStretches = null)
        : this(table.Take(training), heldOut.Length > 0 ? table.Take(heldOut) : null)
    {
        TrainingRows = training;
        _trainingOrder = trainingStretches is { } own ? OrderIn(training, own) : null;
        _heldOutOrder = heldOutStretches is { } others ? OrderIn(heldOut, others) : null;
    }

    private HoldoutSplit(SequencedTable training, SequencedTable? heldOut, Func<Table, Table> seen)
        : this(seen(training.Table), heldOut is null ? null : seen(heldOut.Table))
    {
        _trainingOrder = OrderOf(training);
        _heldOutOrder = heldOut is null ? null : OrderOf(heldOut);
    }

    /// <summary>The rows that are trained on, in the table's order.</summary>
    public Table Training { get; }

    /// <summary>The rows that are held out, in the table's order; null if none are.</summary>
    public Table? HeldOut { get; }

    /// <summary>The numbers of the training rows in the table that was divided, from 0; null if it was divided elsewhere.</summary>
    public IReadOnlyList<int>? TrainingRows { get; }

    /// <summary>The training rows as they follow each other, series after series, and how many each has: a series ends where rows were taken out of it.</summary>
    /// <param name="sequence">How the table's rows do.</param>
    public (int[] Rows, ImmutableArray<int> Lengths) OrderOf(RowSequence sequence)
    {
        return _trainingOrder ?? SequencedTable.OrderOf(Training, sequence);
    }

    /// <summary>Both parts as their rows follow each other: a series ends where rows were taken out of it.</summary>
    /// <param name="whole">The table that was divided, as its rows follow each other.</param>
    internal (SequencedTable Training, SequencedTable? HeldOut) InOrder(SequencedTable whole)
    {
        SequencedTable InOrderOf(Table part, (int[], ImmutableArray<int>)? order)
        {
            return order is { } known ? whole.Like(part, known) : whole.Like(part);
        }

        return (InOrderOf(Training, _trainingOrder), HeldOut is { } heldOut ? InOrderOf(heldOut, _heldOutOrder) : null);
    }

    /// <summary>The same, the rows of both parts in the order in which they follow each other.</summary>
    /// <param name="whole">The table that was divided, as its rows follow each other.</param>
    /// <param name="seen">Which columns of a part are left.</param>
    internal HoldoutSplit Ordered(SequencedTable whole, Func<Table, Table> seen)
    {
        (SequencedTable training, SequencedTable? heldOut) = InOrder(whole);
        return new HoldoutSplit(training, heldOut, seen);
    }

    /// <summary>Both parts in one table, the training rows first.</summary>
    public Table Whole()
    {
        return HeldOut is not { } heldOut ? Training : Training.WithRows(
            [.. Enumerable.Range(0, Training.ColumnCount).Select(column => (double[])[.. Training.Column(column), .. heldOut.Column(column)])]);
    }

    /// <summary>Divides a table.</summary>
    /// <param name="table">The table, of at least two rows.</param>
    /// <param name="share">The share that is held out, 0 (none) to 0.5: rounded to whole rows, at least one, and two rows are always left.</param>
    /// <param name="sequence">
    /// How its rows follow each other; null if they do not. Where they do, the last rows of each series are held out, or blocks of it, of each that share, since a row between two that
    /// are trained on is hardly unseen. Of the share of blocks a window's rows at either end of each are neither trained on nor held out.
    /// </param>
    public static HoldoutSplit Of(Table table, double share, RowSequence? sequence = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        int count = CountOf(table.RowCount, share);
        if (count == 0)
        {
            return new HoldoutSplit(table, null);
        }

        if (sequence is null)
        {
            (int[] drawn, int[] left) = StratifiedDraw.From(StratifiedDraw.Order(table), count, draw: 0);
            return new HoldoutSplit(table, Ascending(left), Ascending(drawn));
        }

        (ImmutableArray<int[]> heldOut, ImmutableArray<int[]> training) = TimeBlocks.Of(table, sequence, count);
        return new HoldoutSplit(table, Ascending(training.SelectMany(stretch => stretch)), Ascending(heldOut.SelectMany(stretch => stretch)), training, heldOut);
    }

    /// <summary>How many rows a share is: rounded, at least one unless it is 0, and two rows are always left.</summary>
    /// <param name="rows">Rows of the table, at least two.</param>
    /// <param name="share">0 to 0.5.</param>
    public static int CountOf(int rows, double share)
    {
        return share == 0 ? 0 : Math.Clamp((int)Math.Round(rows * share), Math.Min(1, rows - 2), Math.Max(rows - 2, 0));
    }

    private static int[] Ascending(IEnumerable<int> rows)
    {
        int[] sorted = [.. rows];
        Array.Sort(sorted);
        return sorted;
    }

    private static (int[] Rows, ImmutableArray<int> Lengths) OrderIn(int[] rows, ImmutableArray<int[]> stretches)
    {
        return ([.. stretches.SelectMany(stretch => stretch.Select(row => Array.BinarySearch(rows, row)))], [.. stretches.Select(stretch => stretch.Length)]);
    }

    private static (int[] Rows, ImmutableArray<int> Lengths) OrderOf(SequencedTable ordered)
    {
        return ([.. Enumerable.Range(0, ordered.Table.RowCount)], ordered.Lengths);
    }
}

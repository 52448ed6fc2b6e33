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
    /// <summary>A split that was made elsewhere.</summary>
    /// <param name="training">The rows that are trained on.</param>
    /// <param name="heldOut">The rows that are held out, with the same columns; null if none are.</param>
    public HoldoutSplit(Table training, Table? heldOut)
        : this(new TablePart(training), heldOut is null ? null : new TablePart(heldOut))
    {
    }

    private HoldoutSplit(TablePart training, TablePart? heldOut)
    {
        TrainingPart = training;
        HeldOutPart = heldOut;
    }

    /// <summary>The rows that are trained on, in the table's order: a copy, made when it is first asked for.</summary>
    public Table Training => TrainingPart.Rows;

    /// <summary>The rows that are held out, in the table's order; null if none are. A copy too.</summary>
    public Table? HeldOut => HeldOutPart?.Rows;

    /// <summary>The numbers of the training rows in the table that was divided, from 0; null if it was divided elsewhere.</summary>
    public IReadOnlyList<int>? TrainingRows => TrainingPart.Numbers;

    /// <summary>The rows that are trained on, without a copy of them.</summary>
    internal TablePart TrainingPart { get; }

    /// <summary>The rows that are held out, without a copy of them; null if none are.</summary>
    internal TablePart? HeldOutPart { get; }

    /// <summary>How the rows of both parts follow each other; null where the rows alone say how, or they do not.</summary>
    internal SplitOrder? Order { get; init; }

    /// <summary>The training rows as they follow each other, series after series, and how many each has: a series ends where rows were taken out of it.</summary>
    /// <param name="sequence">How the table's rows do.</param>
    public (int[] Rows, ImmutableArray<int> Lengths) OrderOf(RowSequence sequence)
    {
        return Order is { } known ? (known.Training.Rows, known.Training.Lengths) : SequencedTable.OrderOf(Training, sequence);
    }

    /// <summary>Both parts as their rows follow each other: a series ends where rows were taken out of it.</summary>
    /// <param name="whole">The table that was divided, as its rows follow each other.</param>
    internal (SequencedTable Training, SequencedTable? HeldOut) InOrder(SequencedTable whole)
    {
        SequencedTable InOrderOf(Table part, PartOrder? order)
        {
            return order is { } known ? whole.Like(part, (known.Rows, known.Lengths)) : whole.Like(part);
        }

        return (InOrderOf(Training, Order?.Training), HeldOut is { } heldOut ? InOrderOf(heldOut, Order?.HeldOut) : null);
    }

    /// <summary>The same, the rows of both parts in the order in which they follow each other.</summary>
    /// <param name="whole">The table that was divided, as its rows follow each other.</param>
    /// <param name="seen">Which columns of a part are left.</param>
    internal HoldoutSplit Ordered(SequencedTable whole, Func<Table, Table> seen)
    {
        HoldoutSplit split = Order is null && HeldOut is { } others ? InTime(Training, others, whole.Said) : this;
        (SequencedTable training, SequencedTable? heldOut) = split.InOrder(whole);
        SplitOrder order = split.Order is { } known
            ? known with { Training = known.Training.Ordered(), HeldOut = known.HeldOut.Ordered() }
            : new SplitOrder(PartOrder.Of([.. training.Series.Select((rows, series) => StretchOf(series, rows))]), PartOrder.Of([]), whole.Said.Blocks);
        return new HoldoutSplit(seen(training.Table), heldOut is null ? null : seen(heldOut.Table)) { Order = order };
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
            return new HoldoutSplit(new TablePart(table, Ascending(left)), new TablePart(table, Ascending(drawn)));
        }

        (ImmutableArray<Stretch> heldOut, ImmutableArray<Stretch> training) = TimeBlocks.Of(table, sequence, count);
        int[] own = Ascending(training.SelectMany(stretch => stretch.Rows));
        int[] others = Ascending(heldOut.SelectMany(stretch => stretch.Rows));
        return new HoldoutSplit(new TablePart(table, own), others.Length > 0 ? new TablePart(table, others) : null) { Order = new SplitOrder(OrderIn(own, training), OrderIn(others, heldOut), sequence.Blocks) };
    }

    /// <summary>A split that was made elsewhere, of rows that follow each other.</summary>
    /// <param name="training">The rows that are trained on.</param>
    /// <param name="heldOut">The rows that are held out, with the same columns; where the order is that of the file, they follow the others.</param>
    /// <param name="sequence">How the rows of both together follow each other. What stands between two rows of one part ends a stretch of it.</param>
    /// <exception cref="ArgumentException">The table has not its columns.</exception>
    public static HoldoutSplit InTime(Table training, Table heldOut, RowSequence sequence)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(heldOut);
        ArgumentNullException.ThrowIfNull(sequence);
        HoldoutSplit split = new(training, heldOut);
        (int[] rows, ImmutableArray<int> lengths) = SequencedTable.OrderOf(split.Whole(), sequence);
        bool IsHeldOut(int place) => rows[place] >= training.RowCount;
        (List<Stretch> own, List<Stretch> others) = ([], []);
        int start = 0;
        foreach ((int series, int length) in lengths.Index())
        {
            int end = start + length;
            while (start < end)
            {
                int first = start++;
                while (start < end && IsHeldOut(start) == IsHeldOut(first))
                {
                    start++;
                }

                int before = IsHeldOut(first) ? training.RowCount : 0;
                (IsHeldOut(first) ? others : own).Add(new Stretch(series, first, [.. rows[first..start].Select(row => row - before)]));
            }
        }

        int blocks = Math.Clamp((int)Math.Round((double)others.Count / lengths.Length), 1, RowSequence.MostBlocks);
        return new HoldoutSplit(training, heldOut) { Order = new SplitOrder(PartOrder.Of(own), PartOrder.Of(others), blocks) };
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

    private static Stretch StretchOf(int series, Range rows)
    {
        return new Stretch(series, rows.Start.Value, [.. Enumerable.Range(rows.Start.Value, rows.End.Value - rows.Start.Value)]);
    }

    // Of rows of the table, those of the part.
    private static PartOrder OrderIn(int[] rows, ImmutableArray<Stretch> stretches)
    {
        return PartOrder.Of([.. stretches.Select(stretch => stretch with { Rows = [.. stretch.Rows.Select(row => Array.BinarySearch(rows, row))] })]);
    }
}

using GanSweep.Evaluation.Comparisons;
using GanSweep.Evaluation.Holdout;
using GanSweep.Evaluation.Membership;
using GanSweep.Tables;
using GanSweep.Tables.Sequences;

namespace GanSweep.Evaluation.Windows;

/// <summary>
/// The windows of a real table that was trained on and of what was held out of it, in none of which rows were taken out. They have as many rows as the next one hangs on, or as make 128
/// cells, but two.
/// </summary>
internal sealed class RealWindows
{
    private const int MostCells = 128;
    private const int FewestRows = 2;

    // As rows, of each part.
    private const int MostAsRows = 1 << 12;

    // As many as a stranger looks at; see RealRecords.
    private const int MostSynthetic = 1 << 14;

    private readonly SplitOrder? _order;
    private readonly Lazy<RealSide?> _asRows;

    private RealWindows(SequencedTable rows, HoldoutSplit split)
    {
        (SequencedTable training, SequencedTable? heldOut) = split.InOrder(rows);
        int cells = rows.Table.ColumnCount - (rows.Group is null ? 0 : 1);
        int length = Math.Clamp(MostCells / Math.Max(cells, 1), Math.Min(FewestRows, rows.Said.Window), rows.Said.Window);
        Whole = new RowWindows(rows, length);
        Training = new RowWindows(training, length);
        HeldOut = new RowWindows(heldOut!, length);
        Members = Training.Disjoint(MostAsRows);
        Others = HeldOut.Disjoint(MostAsRows);
        _order = split.Order;
        _asRows = new Lazy<RealSide?>(MakeRows);
    }

    /// <summary>Those of the whole table.</summary>
    public RowWindows Whole { get; }

    /// <summary>Those that were trained on.</summary>
    public RowWindows Training { get; }

    /// <summary>Those that were held out.</summary>
    public RowWindows HeldOut { get; }

    /// <summary>Where those of the training rows begin that share no row, or 4,096 evenly spaced ones: they are asked what rows are asked.</summary>
    public int[] Members { get; }

    /// <summary>Where those of the held-out rows begin that share no row, or 4,096 evenly spaced ones.</summary>
    public int[] Others { get; }

    /// <summary>Those of a real side; null where rows do not follow each other, or none are held out.</summary>
    public static RealWindows? On(RealSide real)
    {
        return real is { Sequence: { } rows, Split.HeldOut: not null } ? real.Part(side => new RealWindows(rows, side.Split)) : null;
    }

    /// <summary>Windows that share no row, as rows of tables of their own: they are asked what rows are asked. Null where too few are held out, or trained on.</summary>
    public static RealSide? AsRows(RealSide real)
    {
        return On(real)?._asRows.Value;
    }

    /// <summary>All windows of synthetic rows, or 16,384 evenly spaced ones, as rows beside the real ones; null where those are, or there are too few.</summary>
    public static Comparison? AsRows(Comparison comparison)
    {
        return comparison.Part(each => new Windowed(AsRows(each.Real) is { } side ? SyntheticBeside(side, new RowWindows(each.Sequence!, On(each.Real)!.Whole.Length)) : null)).Comparison;
    }

    private static Comparison? SyntheticBeside(RealSide real, RowWindows synthetic)
    {
        int[] starts = synthetic.EvenlySpaced(MostSynthetic);
        return starts.Length < MembershipMeasure.FewestHeldOut ? null : new Comparison(real, synthetic.AsRows(starts));
    }

    private RealSide? MakeRows()
    {
        if (Math.Min(Members.Length, Others.Length) < MembershipMeasure.FewestHeldOut)
        {
            return null;
        }

        int[] starts = Whole.Disjoint(MostAsRows);
        Table windows = Whole.AsRows(starts);
        SequencedTable inOrder = SequencedTable.Of(windows, new RowSequence(RowSequence.FileOrder, Window: 1, Blocks: Whole.Rows.Said.Blocks));
        return new RealSide(
            windows,
            new HoldoutSplit(Training.AsRows(Members), HeldOut.AsRows(Others))
            {
                Order = _order is { } order ? order with { Training = order.Training.At(Members), HeldOut = order.HeldOut.At(Others) } : null,
            },
            sequence: inOrder.Like(windows, ([.. Enumerable.Range(0, starts.Length)], [.. Whole.SeriesOf(starts).CountBy(series => series).Select(series => series.Value)])));
    }

    // A part is always there.
    private sealed record Windowed(Comparison? Comparison);
}

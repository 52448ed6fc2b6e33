using GanSweep.Evaluation.Comparisons;
using GanSweep.Evaluation.Holdout;
using GanSweep.Evaluation.Windows;
using GanSweep.Tables;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Sequences;

namespace GanSweep.Evaluation.Tests.Windows;

public sealed class RealWindowsTests
{
    private static readonly RowSequence InBlocks = new(RowSequence.FileOrder, Window: 4, Blocks: 3);

    [Fact]
    public void On_RowsHeldOutInBlocks_HasNoWindowAcrossRowsThatWereTakenOut()
    {
        Table table = Numbered(300);
        RealWindows windows = RealWindows.On(SideOf(table, 0.3, InBlocks))!;

        Assert.Equal(4, windows.Whole.Length);
        Assert.Equal(297, windows.Whole.Count);
        foreach (RowWindows part in (RowWindows[])[windows.Training, windows.HeldOut])
        {
            Table rows = part.AsRows(part.EvenlySpaced(int.MaxValue));
            Assert.Equal(part.Count, rows.RowCount);
            Assert.All(Enumerable.Range(0, rows.RowCount), row => Assert.Equal(rows.Column(0)[row] + 3, rows.Column(3)[row]));
        }

        // Three stretches of seventy rows to train on, and of each block of thirty the middle, but the last, which has an end of its own.
        Assert.Equal(3 * 67, windows.Training.Count);
        Assert.Equal(19 + 19 + 23, windows.HeldOut.Count);
    }

    [Fact]
    public void Disjoint_OfSeveralSeries_SharesNoRowAndCrossesNoSeries()
    {
        SequencedTable rows = new(Numbered(20), [7, 9, 4]);
        RowWindows windows = new(rows, 3);

        Assert.Equal([0, 3, 7, 10, 13, 16], windows.Disjoint(100));
        Assert.Equal([0, 7, 13], windows.Disjoint(3));
        Assert.Equal([.. Enumerable.Range(0, 5), .. Enumerable.Range(7, 7), 16, 17], windows.EvenlySpaced(100));
        Assert.Equal(14, windows.Count);
        Assert.Equal(0, new RowWindows(rows, 10).Count);
        Assert.Empty(new RowWindows(rows, 10).Disjoint(100));
    }

    [Fact]
    public void AsRows_OfSeveralSeries_HasTheSeriesOnce()
    {
        Table table = new(
            [new ColumnSchema("x"), new ColumnSchema("of", ColumnKind.Category) { Levels = ["a", "b"] }], [[1, 2, 3, 4, 5, double.NaN], [0, 0, 0, 1, 1, 1]]);
        RowWindows windows = new(new SequencedTable(table, [3, 3], group: 1), 2);

        Table rows = windows.AsRows(windows.EvenlySpaced(10));

        Assert.Equal(["0: x", "1: x", "0: of"], rows.ColumnNames);
        Assert.Equal([1, 2, 4, 5], rows.Column(0).ToArray());
        Assert.Equal([2, 3, 5, double.NaN], rows.Column(1).ToArray());
        Assert.Equal([0, 0, 1, 1], rows.Column(2).ToArray());
        Assert.Equal(["a", "b"], rows.Schema[2].Levels);
    }

    [Fact]
    public void On_ManyColumns_HasShorterWindows()
    {
        Table wide = new([.. Enumerable.Range(0, 30).Select(column => $"c{column}")], [.. Enumerable.Range(0, 30).Select(column => TimeTables.Normal(200, column))]);

        Assert.Equal(4, RealWindows.On(SideOf(wide, 0.3, new RowSequence(RowSequence.FileOrder)))!.Whole.Length);
        Assert.Equal(1, RealWindows.On(SideOf(wide, 0.3, new RowSequence(RowSequence.FileOrder, Window: 1)))!.Whole.Length);
    }

    [Fact]
    public void AsRows_OfTooFewHeldOut_IsNothing()
    {
        Table table = Numbered(300);

        Assert.NotNull(RealWindows.AsRows(SideOf(table, 0.3, InBlocks)));
        Assert.Null(RealWindows.AsRows(SideOf(table, 0.1, InBlocks)));
        Assert.Null(RealWindows.On(SideOf(table, 0, InBlocks)));
        Assert.Null(RealWindows.On(new RealSide(table, HoldoutSplit.Of(table, 0.3))));
    }

    [Fact]
    public void On_ASplitThatWasMadeElsewhere_HasNoWindowAcrossRowsOfTheOtherPart()
    {
        Table table = new(["t", "x"], [[.. Enumerable.Range(0, 300).Select(row => (double)row)], [.. Enumerable.Range(0, 300).Select(row => (double)row)]]);
        int[] rows = [.. Enumerable.Range(0, 300)];
        HoldoutSplit elsewhere = new(table.Take([.. rows.Where(row => row % 100 < 70)]), table.Take([.. rows.Where(row => row % 100 >= 70)]));
        (Table real, HoldoutSplit split, RowSequence? sequence) = WithoutClock.Of(elsewhere.Whole(), elsewhere, new RowSequence("t", Window: 4));

        RealWindows windows = RealWindows.On(new RealSide(real, split, sequence: SequencedTable.Of(real, sequence!)))!;

        Assert.Equal((3 * 67, 3 * 27), (windows.Training.Count, windows.HeldOut.Count));
        Table training = windows.Training.AsRows(windows.Training.EvenlySpaced(int.MaxValue));
        Assert.All(rows[..training.RowCount], row => Assert.Equal(training.Column(0)[row] + 3, training.Column(3)[row]));
    }

    private static RealSide SideOf(Table table, double share, RowSequence sequence)
    {
        return new RealSide(table, HoldoutSplit.Of(table, share, sequence), sequence: SequencedTable.Of(table, sequence));
    }

    private static Table Numbered(int rows)
    {
        return new Table(["t"], [[.. Enumerable.Range(0, rows).Select(row => (double)row)]]);
    }
}

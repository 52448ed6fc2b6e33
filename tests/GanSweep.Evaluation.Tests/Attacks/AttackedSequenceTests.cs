using System.Collections.Immutable;
using GanSweep.Evaluation.Attacks;
using GanSweep.Evaluation.Baselines.Paths;
using GanSweep.Evaluation.Holdout;
using GanSweep.Evaluation.Tests.Oracles;
using GanSweep.Tables;
using GanSweep.Tables.Sequences;

namespace GanSweep.Evaluation.Tests.Attacks;

public sealed class AttackedSequenceTests
{
    private static readonly RowSequence InBlocks = new(RowSequence.FileOrder, Window: 5, Blocks: 4);
    private static readonly Table Returns = OracleFiles.Table("time/real.csv").Take([.. Enumerable.Range(0, 600)]);
    private static readonly HoldoutSplit Split = HoldoutSplit.Of(Returns, 0.4, InBlocks);
    private static readonly SequencedTable Whole = SequencedTable.Of(Returns, InBlocks);

    // Of what was learnt; and of the whole table, so that it knows of no split.
    private static readonly SequencedTable Copies = new StationaryBootstrap().Draw(Split.InOrder(Whole).Training, 1200);
    private static readonly SequencedTable Unknowing = new FilteredHistoricalSimulation().Draw(Whole, 1200);

    [Fact]
    public void StudyWindows_OfRepeatedStretches_IsCaught()
    {
        WindowStudy windows = StudyWindows(Of(Copies));

        Assert.Equal((5, 72, 41), (windows.Length, windows.Training, windows.HeldOut));
        MembershipStudy study = windows.Membership!;
        Assert.True(study.IsInTime && study.Evidence.IsCaught && study.Area.IsBeyondChance && study.Area.Value > 0.9, $"{study.Area}");
        Assert.Empty(study.Evidence.Missed);

        // The synthetic rows are four paths, one of each stretch, with four rows each at the end of which no window begins.
        Assert.Equal(1200 - (4 * 4), windows.Synthetic);
        Assert.Equal((72, 41, windows.Synthetic, 72), (study.Looked.Members, study.Looked.HeldOut, study.Looked.Synthetic, study.LookedForExposed));
        Assert.Equal(study.Exposed.Length, windows.ExposedRows.Length);
        Assert.InRange(study.Exposed.Length, 36, 72);
    }

    [Fact]
    public void StudyWindows_OfAPathThatKnowsOfNoSplit_IsNot()
    {
        Table law = Autoregression(600, 1);
        MembershipStudy study = StudyWindows(new AttackedSequence(law, HoldoutSplit.Of(law, 0.4, InBlocks), InBlocks, Autoregression(1200, 2), null)).Membership!;

        Assert.False(study.Evidence.IsCaught, $"{study.Area} {study.At1}");
        Assert.Empty(study.Evidence.Missed);
        Assert.InRange(study.Area.Chance.Mean, 0.45, 0.62);
        Assert.InRange(study.Exposed.Length, 0, 12);
        Assert.InRange(study.ExposedByChance, 1, 12);
    }

    // Of one law nothing tells rows from rows, whatever the draw: one table in twenty seems to.
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Studies_OfOneLaw_AreHardlyEverCaught(int blocks)
    {
        RowSequence sequence = InBlocks with { Blocks = blocks };
        (int windows, int rows) = (0, 0);
        for (int draw = 0; draw < 20; draw++)
        {
            Table law = Autoregression(300, 2 * draw);
            AttackedSequence attacked = new(law, HoldoutSplit.Of(law, 0.4, sequence), sequence, Autoregression(400, (2 * draw) + 1), null);
            windows += StudyWindows(attacked).Membership!.Area.IsBeyondChance ? 1 : 0;
            rows += StudyRows(attacked).Area.IsBeyondChance ? 1 : 0;
        }

        Assert.InRange(windows, 0, 4);
        Assert.InRange(rows, 0, 4);
    }

    // Of a path that knows of no split, three windows are those that were trained on, from end to end.
    [Fact]
    public void StudyWindows_OfThreeCopiedWindows_NamesTheirRows()
    {
        int[] order = Split.OrderOf(InBlocks).Rows;
        int[][] copied = [order[10..15], order[100..105], order[355..360]];
        Table mixed = Joined(Unknowing.Table, Split.Training.Take([.. copied.SelectMany(rows => rows)]));

        WindowStudy windows = StudyWindows(new AttackedSequence(Returns, Split, InBlocks, mixed, null));

        (ExposedRecord Record, ImmutableArray<int> Rows)[] exposed = [.. windows.Membership!.Exposed.Zip(windows.ExposedRows)];
        Assert.Equal(copied.OrderBy(rows => rows[0]), exposed.Where(each => each.Record.Nearest == 0).Select(each => each.Rows.ToArray()).OrderBy(rows => rows[0]));
        Assert.All(exposed.Where(each => each.Record.Nearest == 0), each => Assert.Equal(0, each.Record.FalseAlarms));
    }

    // The first rows that a split in blocks trains on end where a block begins: no window goes on behind it.
    [Fact]
    public void StudyWindows_RowsThatWereTakenOut_AreInNoWindow()
    {
        WindowStudy windows = StudyWindows(Of(Copies));

        Assert.All(windows.ExposedRows, rows =>
        {
            int[] places = [.. rows.Select(row => Split.TrainingRows![row])];
            Assert.Equal(Enumerable.Range(places[0], 5), places);
        });
    }

    [Fact]
    public void Studies_OfRowsThatAreNotSorted_NameTheSameRowsOfTheFile()
    {
        // By a clock that runs backwards through the file, divided elsewhere.
        int[] backwards = [.. Enumerable.Range(0, 600).Reverse()];
        Table timed = new(["t", .. Returns.ColumnNames], [[.. Enumerable.Range(0, 600).Select(row => (double)row)], .. Enumerable.Range(0, Returns.ColumnCount).Select(column => Returns.Column(column).ToArray())]);
        RowSequence byTime = new("t", Window: 5);
        HoldoutSplit sorted = HoldoutSplit.Of(timed, 0.2, byTime);
        HoldoutSplit reversed = HoldoutSplit.Of(timed.Take(backwards), 0.2, byTime);
        Table copies = Returns.Take([.. Enumerable.Range(100, 50)]);
        Table mixed = Joined(Unknowing.Table, copies);

        AttackedSequence one = new(timed, sorted, byTime, mixed, null);
        AttackedSequence other = new(timed.Take(backwards), reversed, byTime, mixed, null);

        WindowStudy windows = StudyWindows(one);
        Assert.Equal(windows.Membership!.Area, StudyWindows(other).Membership!.Area);
        Assert.Equal(windows.ExposedRows.Select(rows => rows.Select(row => sorted.TrainingRows![row])), StudyWindows(other).ExposedRows.Select(rows => rows.Select(row => 599 - reversed.TrainingRows![row])));
        MembershipStudy rows = StudyRows(one);
        Assert.Equal(rows.Area, StudyRows(other).Area);
        Assert.Equal(
            rows.Exposed.Select(record => sorted.TrainingRows![record.Row]), StudyRows(other).Exposed.Select(record => 599 - reversed.TrainingRows![record.Row]));
        Assert.Superset(Enumerable.Range(100, 50).ToHashSet(), rows.Exposed.Select(record => record.Row).ToHashSet());
        Assert.True(one.AreLastHeldOut && !Of(Copies).AreLastHeldOut);
    }

    // The level of a table that wanders tells one time from another: labels of rows by themselves hide that it does by chance as well.
    [Fact]
    public void StudyRows_OfATableThatWanders_KnowsThatNeighboursResembleEachOther()
    {
        Table wandering = new(["x", "y"], [TimeTables.Autoregression(1, 600, 5), TimeTables.Normal(600, 6)]);
        HoldoutSplit split = HoldoutSplit.Of(wandering, 0.2, InBlocks);
        Table synthetic = wandering.Take([.. Enumerable.Range(0, 600).Where(row => row % 7 == 0)]);

        MembershipStudy inTime = StudyRows(new AttackedSequence(wandering, split, InBlocks, synthetic, null));
        MembershipStudy byThemselves = MembershipStudy.Of(new HoldoutSplit(split.Training, split.HeldOut), synthetic, TestContext.Current.CancellationToken)!;

        Assert.True(inTime.IsInTime && !byThemselves.IsInTime);
        double Spread(MembershipStudy study) => study.Area.Chance.High - study.Area.Chance.Low;
        Assert.True(Spread(inTime) > 1.5 * Spread(byThemselves), $"{inTime.Area} {byThemselves.Area}");
    }

    [Fact]
    public void StudyWindows_OfTooFew_SaysHowManyAndFindsNothing()
    {
        RowSequence wide = InBlocks with { Window = 30, Blocks = 1 };

        WindowStudy fewHeldOut = StudyWindows(new AttackedSequence(Returns, HoldoutSplit.Of(Returns, 0.2, wide), wide, Returns, null));
        WindowStudy fewSynthetic = StudyWindows(new AttackedSequence(Returns, Split, InBlocks, Returns.Take([.. Enumerable.Range(0, 13)]), null));

        Assert.Null(fewHeldOut.Membership);
        Assert.Empty(fewHeldOut.ExposedRows);
        Assert.InRange(fewHeldOut.HeldOut, 1, WindowStudy.Fewest - 1);
        Assert.Null(fewSynthetic.Membership);
        Assert.Equal((72, 41, 9), (fewSynthetic.Training, fewSynthetic.HeldOut, fewSynthetic.Synthetic));
    }

    [Fact]
    public void Constructor_OfASplitWithoutOrderOrHeldOutRows_Throws()
    {
        Assert.Throws<ArgumentException>("split", () => new AttackedSequence(Returns, new HoldoutSplit(Split.Training, Split.HeldOut), InBlocks, Returns, null));
        Assert.Throws<ArgumentException>("split", () => new AttackedSequence(Returns, HoldoutSplit.Of(Returns, 0, InBlocks), InBlocks, Returns, null));
    }

    private static Table Autoregression(int rows, long draw)
    {
        return new Table(["x", "y"], [TimeTables.Autoregression(0.6, rows, 10 * draw), TimeTables.Autoregression(0.6, rows, (10 * draw) + 1)]);
    }

    private static AttackedSequence Of(SequencedTable paths)
    {
        return new AttackedSequence(Returns, Split, InBlocks, paths.Table, paths);
    }

    private static Table Joined(Table first, Table second)
    {
        return new HoldoutSplit(first, second).Whole();
    }

    private static WindowStudy StudyWindows(AttackedSequence sequence)
    {
        return sequence.StudyWindows(TestContext.Current.CancellationToken);
    }

    private static MembershipStudy StudyRows(AttackedSequence sequence)
    {
        return sequence.StudyRows(TestContext.Current.CancellationToken)!;
    }
}

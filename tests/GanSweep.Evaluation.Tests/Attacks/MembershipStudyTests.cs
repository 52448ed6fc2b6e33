using GanSweep.Evaluation.Attacks;
using GanSweep.Evaluation.Baselines;
using GanSweep.Evaluation.Holdout;
using GanSweep.Evaluation.Tests.Oracles;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Tests.Attacks;

public sealed class MembershipStudyTests
{
    private static readonly HoldoutSplit Split = HoldoutSplit.Of(OracleFiles.Table("eu-stock-losses.csv"), 0.2);

    [Fact]
    public void Of_PartsThatDiffer_SaysThatWhatKnowsNothingTellsThemToo()
    {
        // What was held out is of another time: other rows of the first one are told as well by it as any of its own.
        static Table Rows(double mean, int count, long draw) => Tables.Of([.. TimeTables.Normal(count, draw).Select(value => value + mean)], TimeTables.Normal(count, draw + 50));
        HoldoutSplit split = new(Rows(0, 400, 1), Rows(3, 100, 2));

        MembershipStudy unknowing = MembershipStudy.Of(split, Rows(0, 400, 3), TestContext.Current.CancellationToken)!;

        Assert.True(unknowing.Evidence.IsCaught);
        Assert.Equal("dpCopula", unknowing.Evidence.Unknowing?.Name);

        // Without a difference copies are told, and nothing explains them.
        HoldoutSplit alike = new(Rows(0, 400, 1), Rows(0, 100, 2));
        MembershipStudy copies = MembershipStudy.Of(alike, alike.Training, TestContext.Current.CancellationToken)!;

        Assert.True(copies.Evidence.IsCaught);
        Assert.Null(copies.Evidence.Unknowing);
    }

    [Fact]
    public void Of_NoisyCopies_IsCaughtAndNamesNearlyAllRows()
    {
        MembershipStudy study = Study(new NoisyCopies().Draw(Split.Training, 1_000));

        Assert.True(study.Area.IsBeyondChance && study.At1.IsBeyondChance && study.At10.IsBeyondChance && study.Evidence.IsCaught);
        Assert.InRange(study.Exposed.Length, 250, Split.Training.RowCount);
        Assert.Equal((313, 78, 1_000, 313), (study.Looked.Members, study.Looked.HeldOut, study.Looked.Synthetic, study.LookedForExposed));
    }

    [Fact]
    public void Of_AGaussianCopula_IsNotCaught()
    {
        MembershipStudy study = Study(new GaussianCopula().Draw(Split.Training, 1_000));

        Assert.False(study.Area.IsBeyondChance);
        Assert.Empty(study.Evidence.Missed);
        Assert.InRange(study.Area.Chance.Mean, 0.49, 0.54);
        Assert.InRange(study.Area.Chance.High, study.Area.Chance.Mean, 0.6);
        Assert.Equal(3, study.Areas.Length);
        Assert.Equal(study.Area.Value, study.Areas.Max(area => area.Value));
    }

    // Of rows that know nothing else, ten are training rows.
    [Fact]
    public void Of_TenCopies_NamesThemFirst()
    {
        int[] copied = [3, 17, 40, 77, 101, 160, 199, 222, 270, 311];
        Table honest = new GaussianCopula().Draw(Split.Training, 600);
        Table mixed = new HoldoutSplit(honest, Split.Training.Take(copied)).Whole();

        MembershipStudy study = Study(mixed);

        Assert.Equal(copied, study.Exposed.Where(record => record.Nearest == 0).Select(record => record.Row).Order());
        Assert.Superset(copied.ToHashSet(), study.Exposed.Take(14).Select(record => record.Row).ToHashSet());
        Assert.All(study.Exposed, record => Assert.Equal(0, record.FalseAlarms));
    }

    [Fact]
    public void Of_TooFewHeldOutRows_IsNull()
    {
        HoldoutSplit few = new(Split.Training, Split.HeldOut!.Take([.. Enumerable.Range(0, 9)]));

        Assert.Null(MembershipStudy.Of(few, Split.Training, TestContext.Current.CancellationToken));
    }

    private static MembershipStudy Study(Table synthetic)
    {
        return MembershipStudy.Of(Split, synthetic, TestContext.Current.CancellationToken)!;
    }
}

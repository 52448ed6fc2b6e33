using GanSweep.Evaluation.Baselines;
using GanSweep.Evaluation.Columns;
using GanSweep.Evaluation.Comparisons;
using GanSweep.Evaluation.Holdout;
using GanSweep.Evaluation.Membership;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Tests.Oracles;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Tests.Membership;

public sealed class MembershipMeasureTests
{
    private const int Rows = 3_910;
    private static readonly Table Losses = OracleFiles.Table("eu-stock-losses.csv");
    private static readonly RealSide Real = new(Losses, HoldoutSplit.Of(Losses, 0.2));

    [Fact]
    public void Of_WhatIsMadeOfRows_IsCaughtByEveryFigure()
    {
        foreach (IBaseline baseline in new IBaseline[] { new NoisyCopies(), new Smote(), new Cart() })
        {
            MembershipFindings found = Find(Real, baseline.Draw(Real.Split.Training, Rows));

            Assert.True(found.Area > 0.85, $"{baseline.Name}: {found.Area}");
            Assert.True(found.Found(0.01) > End(findings => findings.Found(0.01)), $"{baseline.Name}: {found.Found(0.01)}");
            Assert.True(found.Found(0.1) > End(findings => findings.Found(0.1)), $"{baseline.Name}: {found.Found(0.1)}");
        }
    }

    [Fact]
    public void Of_WhatKnowsColumnsAndCorrelationsAlone_IsNot()
    {
        foreach (IBaseline baseline in new IBaseline[] { new ColumnBootstrap(), new GaussianCopula() })
        {
            MembershipFindings found = Find(Real, baseline.Draw(Real.Split.Training, Rows));

            Assert.InRange(found.Area, 0.45, End(findings => findings.Area) + 0.01);
        }
    }

    // Every hundredth row is one that was trained on: too few for the whole curve, but where nobody else is taken for a member they stand.
    [Fact]
    public void Of_OneCopyInAHundredRows_IsCaughtWhereAlarmsAreFew()
    {
        Table honest = new GaussianCopula().Draw(Real.Split.Training, Rows);
        Table mixed = honest.WithRows(
        [
            .. Enumerable.Range(0, honest.ColumnCount).Select(column => Enumerable.Range(0, Rows)
                .Select(row => row % 100 == 0 ? Real.Split.Training.Column(column)[row / 100] : honest.Column(column)[row])
                .ToArray()),
        ]);

        MembershipFindings found = Find(Real, mixed);

        Assert.True(Find(Real, honest).Found(0.01) < End(findings => findings.Found(0.01)));
        Assert.True(found.Found(0.01) > 1.5 * End(findings => findings.Found(0.01)), $"{found.Found(0.01)} {End(findings => findings.Found(0.01))}");
    }

    // Each split has a generator of its own that cannot know it: a copula of rows drawn from both sides.
    [Fact]
    public void Of_HonestGeneratorsOf200Splits_GivesNoMoreFalseAlarmsThanSaid()
    {
        int[] order = StratifiedDraw.Order(Losses);
        double end = End(findings => findings.Area);
        int alarms = 0;
        for (int split = 0; split < 200; split++)
        {
            (int[] heldOut, int[] members) = StratifiedDraw.From(order, 78, 500 + split);
            RealSide real = new(Losses, new HoldoutSplit(Losses.Take(members), Losses.Take(heldOut)));
            int[] drawn = new int[Losses.RowCount];
            new CounterRandom(1, RandomPurpose.Bootstrap, split).FillBelow(drawn, Losses.RowCount);
            alarms += Find(real, new GaussianCopula().Draw(Losses.Take(drawn), Losses.RowCount)).Area > end ? 1 : 0;
        }

        // At 5 %, 10 are expected, and more than 18 in one of 200 tries.
        Assert.InRange(alarms, 0, 18);
    }

    [Fact]
    public void OfSplits_WhereLabelsMeanNothing_IsAroundChance()
    {
        double[] areas = Values(Real, found => found.Area);

        Assert.Equal(200, areas.Length);
        Assert.InRange(areas.Average(), 0.49, 0.53);
        Assert.InRange(End(found => found.Area), 0.53, 0.58);
        Assert.InRange(Values(Real, found => found.Found(0.1)).Average(), 0.08, 0.15);
        Assert.Equal(areas, Values(new RealSide(Losses, HoldoutSplit.Of(Losses, 0.2)), found => found.Area));
    }

    [Fact]
    public void Of_AMixedTableWithGaps_FindsCopiesAndNoOthers()
    {
        Table table = MixedTables.Dependent(600);
        RealSide real = new(table, HoldoutSplit.Of(table, 0.2));

        Assert.True(Find(real, real.Split.Training).Area > 0.9);
        Assert.InRange(Find(real, new ColumnBootstrap().Draw(real.Split.Training, 1_000)).Area, 0.4, Quantile.OfSorted([.. Values(real, found => found.Area).Order()], 19, 20) + 0.02);
    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    public void Of_FewHeldOutRows_IsNotMeasured(int heldOut, bool measured)
    {
        RealSide real = new(Losses, new HoldoutSplit(Losses.Take([.. Enumerable.Range(heldOut, 100)]), Losses.Take([.. Enumerable.Range(0, heldOut)])));

        Assert.Equal(measured, MembershipMeasure.Of(new Comparison(real, Losses)) is not null);
        Assert.Equal(measured, MembershipMeasure.OfSplits(real, found => found.Area) is not null);
    }

    [Fact]
    public void Score_WithHeldOutRows_HasWhatIsFound()
    {
        Scores scores = new TableScorer(Losses, Real.Split).Score(Real.Split.Training, [Score.Membership, Score.MembershipAt1, Score.MembershipAt10]);

        Assert.Equal((1, 1, 1), (scores[Score.Membership], scores[Score.MembershipAt1], scores[Score.MembershipAt10]));
        Assert.Null(new TableScorer(Losses).Score(Losses, [Score.Membership])[Score.Membership]);
    }

    [Fact]
    public void Of_ALargeTable_LooksAtRowsThatStandForAll()
    {
        Table table = Tables.Of([.. Enumerable.Range(0, 30_000).Select(row => (double)row)], [.. Enumerable.Range(0, 30_000).Select(row => row * 7919.0 % 30_011)]);
        RealSide real = new(table, HoldoutSplit.Of(table, 0.2));

        Assert.True(Find(real, real.Split.Training).Area > 0.7);
        Assert.InRange(Values(real, found => found.Area, splits: 40).Average(), 0.49, 0.52);
    }

    private static MembershipFindings Find(RealSide real, Table synthetic)
    {
        return MembershipMeasure.Of(new Comparison(real, synthetic))!;
    }

    // Of all splits, or of the first ones.
    private static double[] Values(RealSide real, Func<MembershipFindings, double> value, int splits = int.MaxValue)
    {
        (int all, Func<int, double> of) = MembershipMeasure.OfSplits(real, value)!.Value;
        return [.. Enumerable.Range(0, Math.Min(splits, all)).Select(of)];
    }

    // What one honest table in twenty exceeds.
    private static double End(Func<MembershipFindings, double> value)
    {
        return Quantile.OfSorted([.. Values(Real, value).Order()], 19, 20);
    }
}

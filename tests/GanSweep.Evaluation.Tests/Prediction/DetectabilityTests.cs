using GanSweep.Evaluation.Holdout;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Tests.Prediction;

public class DetectabilityTests
{
    private static readonly Table Real = MixedTables.Dependent(400);

    [Fact]
    public void Score_RowsOfTheSameDistribution_CannotBeTold()
    {
        // Five standard errors of the area of what says nothing, √(1 / 6n).
        Assert.Equal(0.5, Detectability(Real, MixedTables.Dependent(400, seed: 2)), 5 * Math.Sqrt(1 / 2400.0));
    }

    [Fact]
    public void Score_RowsWithoutADependence_AreTold()
    {
        Table other = MixedTables.Dependent(400, seed: 2);
        Table apart = other.WithRows([[.. other.Column(0)], [.. other.Column(1)], [.. other.Column(2)], [.. other.Column(3).ToArray().Reverse()]]);

        Assert.InRange(Detectability(Real, apart), 0.7, 1);
    }

    [Fact]
    public void Score_CopiesOfHeldOutRows_AreLessThanUnknownToThem()
    {
        Assert.InRange(Detectability(Real, Real), 0, 0.5);
    }

    [Theory]
    [InlineData(100, 0.9, 1)]
    [InlineData(99, 0.5, 0.85)]
    public void Score_WithEnoughHeldOutRows_IsAgainstThemAlone(int heldOut, double least, double most)
    {
        // Every column of what is held out is shifted: rows as those that are trained on are told from them, and hardly from all.
        Table rows = MixedTables.Dependent(heldOut, seed: 3);
        Table shifted = rows.WithRows([[.. rows.Column(0)], [.. rows.Column(1).ToArray().Select(value => value + 100)], [.. rows.Column(2)], [.. rows.Column(3)]]);
        HoldoutSplit split = new(Real, shifted);

        double detectability = new TableScorer(split.Whole(), split).Score(MixedTables.Dependent(400, seed: 2), Score.All)[Score.Detectability]!.Value;

        Assert.InRange(detectability, least, most);
    }

    [Fact]
    public void Score_OfFewRows_HasNoDetectability()
    {
        Scores few = new TableScorer(Real).Score(Real.Thinned(24), Score.All);
        Scores enough = new TableScorer(Real).Score(Real.Thinned(25), Score.All);

        Assert.Null(few[Score.Detectability]);
        Assert.NotNull(enough[Score.Detectability]);
    }

    [Fact]
    public void Score_OfWideTables_LooksAtFewerRows()
    {
        // Of 132 columns 256 rows are looked at, every second of 512: what stands in the others changes nothing.
        Table wide = Wide(512, seed: 1);
        Table other = Wide(512, seed: 2);
        Table changed = other.WithRows([.. Enumerable.Range(0, 132).Select(column =>
            other.Column(column).ToArray().Select((value, row) => other.EvenlySpaced(256).Contains(row) ? value : 99).ToArray())]);

        Assert.Equal(Detectability(wide, other), Detectability(wide, changed));
    }

    [Fact]
    public void Score_Again_HasTheSameBits()
    {
        Table other = MixedTables.Dependent(300, seed: 2);

        Assert.Equal(Detectability(Real, other), Detectability(Real, other));
    }

    [Fact]
    public void Estimate_OfATable_HasTheRangeOfItsHalves()
    {
        Yardsticks yardsticks = YardstickEstimator.Estimate(Real, holdout: 0, 400, TestContext.Current.CancellationToken);

        ScoreRange unseen = yardsticks.UnseenOf(Score.Detectability)!;
        Assert.Equal(0.5, unseen.Mean, 0.03);
        Assert.True(unseen.Low < 0.5 && unseen.High > 0.5 && unseen.High - unseen.Low < 0.2);
        Assert.Null(yardsticks.SecondSample[Score.Detectability]);
        Assert.Null(yardsticks.Floor[Score.Detectability]);
        Assert.All(yardsticks.Baselines, baseline => Assert.NotNull(baseline.Scores[Score.Detectability]));
        double apart = yardsticks.Baselines.Single(baseline => baseline.Name == "columnBootstrap").Scores[Score.Detectability]!.Value;
        Assert.True(apart > unseen.High);
    }

    private static double Detectability(Table real, Table synthetic)
    {
        return new TableScorer(real).Score(synthetic, [Score.Detectability])[Score.Detectability]!.Value;
    }

    private static Table Wide(int rows, int seed)
    {
        return Tables.Of([.. Enumerable.Range(0, 33).SelectMany(part =>
        {
            Table table = MixedTables.Dependent(rows, seed: (100 * seed) + part);
            return Enumerable.Range(0, 4).Select(column => table.Column(column).ToArray());
        })]);
    }
}

using CsCheck;
using GanSweep.Evaluation.Baselines;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Tests.Baselines;

public sealed class MixedBaselineTests
{
    private static readonly Table Dependent = MixedTables.Dependent(1000);

    private static readonly IBaseline[] All = [new ColumnBootstrap(), new GaussianCopula(), new Smote(), new Cart()];

    public static TheoryData<string> Names { get; } = [.. All.Select(baseline => baseline.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Draw_OfLevelsAndMissingCells_KeepsTheirShares(string name)
    {
        Table drawn = Baseline(name).Draw(Dependent, 3000);

        Scores scores = new TableScorer(Dependent).Score(drawn, [Score.NovelLevels, Score.LevelCoverage, Score.CategoryGap, Score.MissingGap, Score.OutOfRange]);
        Assert.Equal(0, scores[Score.NovelLevels]);
        Assert.Equal(1, scores[Score.LevelCoverage]);
        Assert.True(scores[Score.CategoryGap] < 0.04, $"{scores[Score.CategoryGap]}");
        Assert.True(scores[Score.MissingGap] < 0.04, $"{scores[Score.MissingGap]}");
        Assert.Equal(0, scores[Score.OutOfRange]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Draw_OfAnyTable_CanBeScored(string name)
    {
        MixedTables.AnyPair.Sample(
            pair => Assert.NotNull(new TableScorer(pair.Real).Score(Baseline(name).Draw(pair.Real, 5), Score.Defaults)[Score.JsEstimate]), iter: 50);
    }

    [Fact]
    public void Cart_OfNumbersThatGoByALevel_KeepsThatTheyDo()
    {
        Table drawn = new Cart().Draw(Dependent, 3000);

        Scores scores = new TableScorer(Dependent).Score(drawn, [Score.AssociationDistance]);
        Assert.True(scores[Score.AssociationDistance] < 0.03, $"{scores[Score.AssociationDistance]}");
        double[] centres = [5, -5, 0];
        for (int level = 0; level < 3; level++)
        {
            double[] numbers = [.. Enumerable.Range(0, 3000).Where(row => drawn.Column(0)[row] == level).Select(row => drawn.Column(1)[row])];
            Assert.Equal(centres[level], numbers.Average(), 0.25);
        }

        // A cell is missing exactly where the level is the last, and the flag is the level's.
        Assert.All(Enumerable.Range(0, 3000), row => Assert.Equal(drawn.Column(0)[row] == 2, double.IsNaN(drawn.Column(2)[row])));
        Assert.All(Enumerable.Range(0, 3000), row => Assert.Equal(drawn.Column(0)[row] == 1, drawn.Column(3)[row] == 1));
    }

    [Fact]
    public void Cart_OfAnyCell_DrawsCellsOfTheTable()
    {
        Table drawn = new Cart().Draw(Dependent, 500);

        Assert.All(Enumerable.Range(0, 4), column =>
        {
            HashSet<double> cells = [.. Dependent.Column(column).ToArray()];
            Assert.All(drawn.Column(column).ToArray(), cell => Assert.Contains(cell, cells));
        });
        Table again = new Cart().Draw(Dependent, 500);
        Assert.All(Enumerable.Range(0, 4), column => Assert.Equal(drawn.Column(column), again.Column(column)));
    }

    [Fact]
    public void Cart_OfManyColumns_LooksAtThoseBefore()
    {
        double[] column = Dependent.Column(1).ToArray();
        Table wide = Tables.Of([.. Enumerable.Repeat(column, 60)]);

        Table drawn = new Cart().Draw(wide, 200);

        Assert.All(Enumerable.Range(1, 59), other => Assert.True(Tables.Pearson([.. drawn.Column(other - 1)], [.. drawn.Column(other)]) > 0.99));
    }

    [Fact]
    public void Estimate_OfADependentTable_PutsAMemoriserBeforeWhatLosesTheDependence()
    {
        Yardsticks yardsticks = YardstickEstimator.Estimate(MixedTables.Dependent(400), 0.2, 400, TestContext.Current.CancellationToken);

        Dictionary<string, double> totals = yardsticks.Baselines.ToDictionary(baseline => baseline.Name, baseline => baseline.Scores.Total);
        Assert.True(yardsticks.Floor.Total < totals["gaussianCopula"], $"{yardsticks.Floor.Total} against {totals["gaussianCopula"]}");
        Assert.True(totals["cart"] < totals["gaussianCopula"], $"{totals["cart"]} against {totals["gaussianCopula"]}");
        Assert.True(totals["gaussianCopula"] < totals["columnBootstrap"]);
        Assert.Equal(1, yardsticks.SecondSample.Total, 1e-12);
        Assert.All(
            [Score.CategoryGap, Score.AssociationDistance, Score.MissingGap, Score.NovelLevels],
            score => Assert.InRange(yardsticks.SecondSample[score]!.Value, 0.1 / 400, 0.1));
        Assert.Equal(1 - (0.1 / 400), yardsticks.SecondSample[Score.LevelCoverage]);
    }

    [Fact]
    public void Notes_OfScoresThatATableDoesNotHave_AreNone()
    {
        Scores secondSample = YardstickEstimator.SecondSample(Tables.Of([1, 2, 4, 8], [3, 1, 2, 9]), TestContext.Current.CancellationToken);

        Assert.Null(secondSample[Score.CategoryGap]);
        Assert.Null(secondSample[Score.MissingGap]);
        Assert.Empty(WeightedTotal.Notes(secondSample, ScoreWeights.Default));
    }

    private static IBaseline Baseline(string name)
    {
        return All.Single(baseline => baseline.Name == name);
    }
}

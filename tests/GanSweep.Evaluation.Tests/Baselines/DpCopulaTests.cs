using GanSweep.Evaluation.Baselines;
using GanSweep.Evaluation.DifferentialPrivacy;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using GanSweep.Evaluation.Tests.Oracles;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables;
using GanSweep.Tables.Schema;

namespace GanSweep.Evaluation.Tests.Baselines;

public sealed class DpCopulaTests
{
    private const int Seeds = 15;

    private static readonly Table Losses = OracleFiles.Table("eu-stock-losses.csv");
    private static readonly Table Dependent = MixedTables.Dependent(3000);

    [Fact]
    public void Guarantee_OfTheOnlyBaselineThatHasOne_IsThree()
    {
        Yardsticks yardsticks = YardstickEstimator.Estimate(Losses.Take([.. Enumerable.Range(0, 60)]), 0, 60, TestContext.Current.CancellationToken);

        Baseline baseline = Assert.Single(yardsticks.Baselines, each => each.Guarantee is not null);
        Assert.Equal("dpCopula", baseline.Name);
        Assert.Equal(new PrivacyGuarantee(3, 1e-5), baseline.Guarantee);
    }

    // Measured over 15 seeds of noise: 2.0 to 4.0, half of them below 2.7; the column bootstrap gets 3.8, the copula without noise 1.2.
    [Fact]
    public void Draw_OfTheLosses_CostsATotalOfTwoToFour()
    {
        Scores secondSample = YardstickEstimator.SecondSample(Losses, TestContext.Current.CancellationToken);
        double[] totals = [.. Enumerable.Range(0, Seeds).Select(seed => Total(new DpCopula(seed))).Order()];

        Assert.InRange(totals[Seeds / 2], 1.5, 3.5);
        Assert.InRange(totals[^1], 1.5, 6);
        Assert.InRange(Total(new DpCopula()), 1.5, 4);
        Assert.True(Total(new GaussianCopula()) < totals[0]);
        Assert.True(totals[Seeds / 2] < Total(new ColumnBootstrap()));

        double Total(IBaseline baseline)
        {
            return new TableScorer(Losses).Score(baseline.Draw(Losses, 3910), Score.Defaults).WithTotal(secondSample).Total;
        }
    }

    [Fact]
    public void Draw_Again_IsTheSame()
    {
        Table first = new DpCopula().Draw(Dependent, 100);
        Table second = new DpCopula().Draw(Dependent, 100);
        Table other = new DpCopula(seed: 1).Draw(Dependent, 100);

        Assert.All(Enumerable.Range(0, Dependent.ColumnCount), column => Assert.Equal(first.Column(column), second.Column(column)));
        Assert.NotEqual(first.Column(1).ToArray(), other.Column(1).ToArray());
    }

    [Fact]
    public void Draw_OfLevelsAndMissingCells_KeepsTheirSharesAndDependence()
    {
        Table drawn = new DpCopula().Draw(Dependent, 5000);

        Scores scores = new TableScorer(Dependent).Score(
            drawn, [Score.NovelLevels, Score.LevelCoverage, Score.CategoryGap, Score.MissingGap, Score.KsComplement, Score.AssociationDistance]);
        Assert.Equal(0, scores[Score.NovelLevels]);
        Assert.Equal(1, scores[Score.LevelCoverage]);
        Assert.InRange(scores[Score.CategoryGap]!.Value, 0, 0.05);
        Assert.InRange(scores[Score.MissingGap]!.Value, 0, 0.05);
        Assert.True(scores[Score.KsComplement] > 0.93, $"{scores[Score.KsComplement]}");
        Scores plain = new TableScorer(Dependent).Score(new GaussianCopula().Draw(Dependent, 5000), [Score.AssociationDistance]);
        Assert.InRange(scores[Score.AssociationDistance]!.Value, 0, plain[Score.AssociationDistance]!.Value + 0.1);
    }

    [Theory]
    [InlineData(0.9)]
    [InlineData(0)]
    [InlineData(-0.6)]
    public void Draw_OfALargeNormalTable_IsNearlyTheTruth(double correlation)
    {
        float[] noise = new float[40_000];
        new CounterRandom(3, RandomPurpose.Sampling, 0).FillNormal(noise);
        double[] x = [.. noise[..20_000].Select(each => (double)each)];
        double[] y = [.. x.Select((each, row) => 1000 + (5 * ((correlation * each) + (Math.Sqrt(1 - (correlation * correlation)) * noise[20_000 + row]))))];

        Table drawn = new DpCopula().Draw(Tables.Of(x, y), 20_000);

        (double[] first, double[] second) = (drawn.Column(0).ToArray(), drawn.Column(1).ToArray());
        Assert.Equal(correlation, Tables.Pearson(first, second), 0.03);
        Assert.Equal(0, first.Average(), 0.03);
        Assert.Equal(1000, second.Average(), 0.15);
        Assert.Equal(1, Deviation(first), 0.06);
        Assert.Equal(5, Deviation(second), 0.5);
    }

    [Fact]
    public void Draw_OfWholeNumbersAndDates_IsWholeAndWithinTheCalendar()
    {
        double[] ages = [.. Enumerable.Range(0, 2000).Select(row => 18.0 + (row * 37 % 60))];
        double[] broken = [.. ages.Select(age => age + 0.25)];
        double[] days = [.. ages.Select((age, row) => row % 2 == 0 ? 18_000 + age : double.NaN)];
        double[] times = [.. ages.Select((age, row) => 86_399.0 - (row % 100))];
        Table table = new(
            [
                new ColumnSchema("age"), new ColumnSchema("broken"), new ColumnSchema("day", ColumnKind.Date),
                new ColumnSchema("time", ColumnKind.Date) { Unit = DateUnit.SecondsOfDay },
            ],
            [ages, broken, days, times]);

        Table drawn = new DpCopula().Draw(table, 3000);

        foreach (int column in (int[])[0, 2, 3])
        {
            Assert.All(drawn.Present(column).ToArray(), value => Assert.Equal(Math.Floor(value), value));
        }

        Assert.Contains(drawn.Column(1).ToArray(), value => value != Math.Floor(value));
        Assert.All(drawn.Column(3).ToArray(), value => Assert.InRange(value, 0, 86_399));
        Assert.Equal(1500, drawn.MissingCount(2), 200.0);
        Assert.Equal(ages.Average(), drawn.Column(0).ToArray().Average(), 2.0);
    }

    [Fact]
    public void Draw_OfAConstantColumn_IsNearIt()
    {
        double[] column = Losses.Column(0).ToArray();
        Table table = Tables.Of(column, [.. column.Select(_ => 7.0)], [.. column.Select(_ => 0.0)]);

        Table drawn = new DpCopula().Draw(table, 500);

        // Of a constant it is not known that it is one: of 7 that it is whole, and above 3.
        Assert.All(drawn.Column(1).ToArray(), value => Assert.Equal(Math.Floor(value), value));
        Assert.Equal(7, drawn.Column(1).ToArray().Average(), 1.0);
        Assert.Equal(0, drawn.Column(2).ToArray().Average(), 0.5);
    }

    [Fact]
    public void Draw_OfAColumnThatIsMissing_LacksIt()
    {
        double[] column = Losses.Column(0).ToArray();
        Table table = Tables.Of(column, [.. column.Select(_ => double.NaN)]);

        Assert.All(new DpCopula().Draw(table, 500).Column(1).ToArray(), value => Assert.True(double.IsNaN(value)));
    }

    // Twenty rows are fewer than what is surely more than noise: nothing is known of where numbers are.
    [Fact]
    public void Draw_OfTwentyRows_IsZero()
    {
        Table drawn = new DpCopula().Draw(Losses.Take([.. Enumerable.Range(0, 20)]), 50);

        Assert.All(Enumerable.Range(0, 4), column => Assert.All(drawn.Column(column).ToArray(), value => Assert.Equal(0, value)));
    }

    [Fact]
    public void Draw_OfAnyTable_CanBeScored()
    {
        CsCheck.Check.Sample(
            MixedTables.AnyPair,
            pair => Assert.NotNull(new TableScorer(pair.Real).Score(new DpCopula().Draw(pair.Real, 5), Score.Defaults)[Score.JsEstimate]),
            iter: 50);
    }

    [Fact]
    public void Draw_OfTheLargestNumbers_IsFinite()
    {
        double[] huge = [.. Enumerable.Range(0, 1000).Select(row => row % 2 == 0 ? double.MaxValue : -double.MaxValue)];

        Table drawn = new DpCopula().Draw(Tables.Of(huge, [.. huge.Select(Math.Abs)]), 500);

        Assert.All(Enumerable.Range(0, 2), column => Assert.All(drawn.Column(column).ToArray(), value => Assert.True(double.IsFinite(value))));
    }

    // Many columns and few rows: more noise than correlation, and still a distribution.
    [Fact]
    public void Draw_OfMoreColumnsThanRowsTell_IsFinite()
    {
        Table wide = Tables.Of([.. Enumerable.Range(0, 60).Select(shift => Enumerable.Range(0, 391).Select(row => Losses.Column(0)[(row + shift) % 391]).ToArray())]);

        Table drawn = new DpCopula().Draw(wide, 100);

        Assert.All(Enumerable.Range(0, 60), column => Assert.All(drawn.Column(column).ToArray(), value => Assert.True(double.IsFinite(value))));
    }

    private static double Deviation(double[] values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }
}

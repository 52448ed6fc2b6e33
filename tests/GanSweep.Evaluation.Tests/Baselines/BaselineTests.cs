using GanSweep.Evaluation.Baselines;
using GanSweep.Evaluation.Privacy;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Tests.Oracles;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Tests.Baselines;

public sealed class BaselineTests
{
    private static readonly Table Losses = OracleFiles.Table("eu-stock-losses.csv");

    public static TheoryData<string> Names { get; } = ["columnBootstrap", "gaussianCopula", "smote", "cart"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Draw_AnyRows_HasTheColumnsWithinTheirExtentAndTheirShapes(string name)
    {
        Table drawn = Baseline(name).Draw(Losses, 2000);

        Assert.Equal(2000, drawn.RowCount);
        Scores scores = new TableScorer(Losses).Score(drawn, [Score.OutOfRange, Score.KsComplement]);
        Assert.Equal(0, scores[Score.OutOfRange]);
        Assert.True(scores[Score.KsComplement] > 0.95, $"{scores[Score.KsComplement]}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Draw_Again_IsTheSame(string name)
    {
        Table first = Baseline(name).Draw(Losses, 100);
        Table second = Baseline(name).Draw(Losses, 100);

        Assert.All(Enumerable.Range(0, Losses.ColumnCount), column => Assert.Equal(first.Column(column), second.Column(column)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Draw_OfAConstantColumn_IsThatConstantToTheBit(string name)
    {
        Table drawn = Baseline(name).Draw(Tables.Of(Losses.Column(0).ToArray(), [.. Losses.Column(0).ToArray().Select(_ => 0.1)]), 500);

        Assert.All(drawn.Column(1).ToArray(), value => Assert.Equal(0.1, value));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Draw_OfTheLargestNumbers_IsFinite(string name)
    {
        Table drawn = Baseline(name).Draw(Tables.Of([-double.MaxValue, double.MaxValue, 0, 1]), 500);

        Assert.All(drawn.Column(0).ToArray(), value => Assert.True(double.IsFinite(value)));
    }

    [Fact]
    public void ColumnBootstrap_OfAColumnThatStandsTwice_DrawsThemApart()
    {
        double[] column = Losses.Column(0).ToArray();

        Table drawn = new ColumnBootstrap().Draw(Tables.Of(column, column), 2000);

        Assert.All(drawn.Column(0).ToArray(), value => Assert.Contains(value, column));
        Assert.Equal(1, new TableScorer(Tables.Of(column, column)).Score(drawn, Score.Defaults)[Score.CorrelationDistance]!.Value, 0.1);
    }

    [Fact]
    public void GaussianCopula_OfTheLosses_KeepsRankCorrelations()
    {
        Table drawn = new GaussianCopula().Draw(Losses, 20_000);

        double distance = new TableScorer(Losses).Score(drawn, [Score.RankCorrelationDistance])[Score.RankCorrelationDistance]!.Value;
        Assert.True(distance < 0.03, $"{distance}");
    }

    [Fact]
    public void GaussianCopula_OfColumnsThatDetermineEachOther_KeepsThatTheyDo()
    {
        double[] column = Losses.Column(0).ToArray();
        double[] reversed = [.. column.Select(value => -value)];

        Table drawn = new GaussianCopula().Draw(Tables.Of(column, column, reversed), 300);

        Assert.Equal(drawn.Column(0), drawn.Column(1));
        Assert.All(drawn.Column(0).ToArray().Zip(drawn.Column(2).ToArray()), pair => Assert.Equal(-pair.First, pair.Second, 1e-12));
    }

    [Fact]
    public void GaussianCopula_OfAConstantColumn_LeavesItAndTheOthersAsTheyAre()
    {
        double[] column = Losses.Column(0).ToArray();
        double[] constant = [.. column.Select(_ => 7.0)];

        Table drawn = new GaussianCopula().Draw(Tables.Of(column, constant), 300);

        Assert.All(drawn.Column(1).ToArray(), value => Assert.Equal(7, value));
        Assert.Equal(new GaussianCopula().Draw(Tables.Of(column, column), 300).Column(0), drawn.Column(0));
    }

    [Fact]
    public void GaussianCopula_BetweenTwoValues_IsLinearInTheNormalScore()
    {
        // Two rows have the scores ∓Φ⁻¹(0.75) = ∓0.6745: half of all draws are beyond them and give the value itself, and those in between
        // are spread over the two values' distance, evenly about its middle.
        double[] drawn = new GaussianCopula().Draw(Tables.Of([10, 30]), 20_000).Column(0).ToArray();

        Assert.Equal(0.25, drawn.Count(value => value == 10) / 20_000.0, 0.01);
        Assert.Equal(0.25, drawn.Count(value => value == 30) / 20_000.0, 0.01);
        double[] between = [.. drawn.Where(value => value is > 10 and < 30)];
        Assert.Equal(20, between.Average(), 0.2);

        // Φ(0.6745 / 2) = 0.632: of the half in between, 0.264 / 0.5 within half the distance from the middle.
        Assert.Equal(0.528, between.Count(value => value is > 15 and < 25) / (double)between.Length, 0.02);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(4)]
    [InlineData(2)]
    public void Smote_EveryRow_LiesBetweenARowAndOneOfItsFiveNearest(int rows)
    {
        Table training = Losses.Take([.. Enumerable.Range(0, rows)]);
        HashSet<(int From, int To)> allowed = [.. NearestPairs(training, 5)];

        Table drawn = new Smote().Draw(training, 200);

        HashSet<(int From, int To)> seen = [];
        for (int row = 0; row < drawn.RowCount; row++)
        {
            (int From, int To)[] pairs = [.. allowed.Where(pair => IsBetween(training, pair, drawn, row))];
            Assert.NotEmpty(pairs);
            seen.UnionWith(pairs);
        }

        // The odds that a pair is never drawn are small: for 40 rows and their 200 pairs, about 1 in e each.
        Assert.True(seen.Count > allowed.Count / 2, $"{seen.Count} of {allowed.Count}");
    }

    [Fact]
    public void Smote_Rows_AreSpreadOverTheSegment()
    {
        double[] shares = new Smote().Draw(Tables.Of([0, 1]), 4000).Column(0).ToArray();

        Assert.Equal(0.5, shares.Average(), 0.02);
        Assert.Equal(1 / Math.Sqrt(12), Math.Sqrt(shares.Average(share => (share - 0.5) * (share - 0.5))), 0.01);
    }

    private static IBaseline Baseline(string name)
    {
        IBaseline[] all = [new ColumnBootstrap(), new GaussianCopula(), new Smote(), new Cart()];
        return all.Single(baseline => baseline.Name == name);
    }

    private static IEnumerable<(int From, int To)> NearestPairs(Table training, int count)
    {
        RowDistances distances = new(training);
        double[] all = new double[training.RowCount];
        for (int row = 0; row < training.RowCount; row++)
        {
            distances.Fill(new DenseRows(training), row, new DenseRows(training), all);
            int from = row;
            foreach (int to in Enumerable.Range(0, all.Length).Where(other => other != from).OrderBy(other => all[other]).Take(count))
            {
                yield return (from, to);
            }
        }
    }

    private static bool IsBetween(Table training, (int From, int To) pair, Table drawn, int row)
    {
        double[] shares =
        [
            .. Enumerable.Range(0, training.ColumnCount).Select(column =>
                (drawn.Column(column)[row] - training.Column(column)[pair.From])
                / (training.Column(column)[pair.To] - training.Column(column)[pair.From])),
        ];
        return shares.All(share => share is >= -1e-9 and <= 1 + 1e-9 && Math.Abs(share - shares[0]) < 1e-6);
    }
}

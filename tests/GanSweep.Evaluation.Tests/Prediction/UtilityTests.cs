using CsCheck;
using GanSweep.Evaluation.Holdout;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using GanSweep.Tables;
using GanSweep.Tables.Schema;

namespace GanSweep.Evaluation.Tests.Prediction;

public class UtilityTests
{
    private static readonly Table Training = MixedTables.Dependent(400);
    private static readonly HoldoutSplit Split = new(Training, MixedTables.Dependent(200, seed: 2));

    [Theory]
    [InlineData("number", 0.8)]
    [InlineData("word", 0.95)]
    [InlineData("flag", 0.95)]
    [InlineData("sometimes", 0.9)]
    public void Score_RowsOfTheSameDistribution_TellTheTargetAsRealOnesDo(string target, double least)
    {
        double ofOthers = Utility(Split, target, MixedTables.Dependent(400, seed: 3))!.Value;

        Assert.InRange(ofOthers, least, 1);
        Assert.Equal(Utility(Split, target, Training)!.Value, ofOthers, 0.05);
    }

    [Fact]
    public void Score_ATargetThatHangsOnNothing_TellsNothing()
    {
        Table apart = Training.WithRows([.. Enumerable.Range(0, 4).Select(column => Training.Column(column).ToArray().Skip(7 * column).Concat(Training.Column(column).ToArray().Take(7 * column)).ToArray())]);

        Assert.InRange(Utility(Split, "number", apart)!.Value, -1, 0.1);
    }

    [Fact]
    public void Score_RowsOfOneClass_AreAsGoodAsGuessing()
    {
        Table one = Training.WithRows([[.. Training.Column(0)], [.. Training.Column(1)], [.. Training.Column(2)], new double[400]]);

        Assert.Equal(0.5, Utility(Split, "flag", one));
    }

    [Theory]
    [InlineData("word", 0.5)]
    [InlineData("number", 0)]
    public void Score_RowsWithoutATarget_AreAsGoodAsGuessing(string target, double guessing)
    {
        double[] missing = [.. Enumerable.Repeat(double.NaN, 400)];
        Table without = Training.WithRows([.. Enumerable.Range(0, 4).Select(column => Training.ColumnNames[column] == target ? missing : Training.Column(column).ToArray())]);

        Assert.Equal(guessing, Utility(Split, target, without));
    }

    [Fact]
    public void Score_WithoutTargetHeldOutRowsOrTwoValuesOfIt_HasNoUtility()
    {
        Table heldOut = Split.HeldOut!;
        Table constant = heldOut.WithRows([[.. heldOut.Column(0)], [.. Enumerable.Repeat(3.0, 200)], [.. heldOut.Column(2)], new double[200]]);

        Assert.Null(new TableScorer(Split.Whole(), Split).Score(Training, Score.All)[Score.Utility]);
        Assert.Null(new TableScorer(Training, target: "number").Score(Training, Score.All)[Score.Utility]);
        Assert.Null(Utility(new HoldoutSplit(Training, constant), "number", Training));
        Assert.Null(Utility(new HoldoutSplit(Training, constant), "flag", Training));
    }

    [Fact]
    public void Score_OfOneColumn_HasNoUtility()
    {
        Table one = Tables.Of([.. Enumerable.Range(0, 100).Select(row => (double)row)]);

        Assert.Null(Utility(new HoldoutSplit(one, one), "c0", one));
    }

    [Fact]
    public void Score_HeldOutRowsWithoutATarget_AreLeftOut()
    {
        // Of "sometimes" a fifth is missing; without these rows the score is the same.
        Table heldOut = Split.HeldOut!;
        double[] cells = [.. heldOut.Column(2)];
        HoldoutSplit present = new(Training, heldOut.Take([.. Enumerable.Range(0, 200).Where(row => !double.IsNaN(cells[row]))]));

        Assert.Equal(Utility(present, "sometimes", Training), Utility(Split, "sometimes", Training));
    }

    [Fact]
    public void Score_OfManyLevels_CountsTheRareOnesAsOne()
    {
        // Forty levels that a number tells; the first are the most frequent.
        Table real = Many(2000);
        HoldoutSplit split = new(real, Many(1000));

        Assert.InRange(Utility(split, "word", real)!.Value, 0.9, 1);
        Assert.InRange(Utility(split, "word", WithNovelLevel(real))!.Value, 0.8, 1);
    }

    [Fact]
    public void Score_OfATargetThatIsNoColumn_IsRefused()
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => new TableScorer(Training, Split, "nmber"));

        Assert.Equal("The target is 'nmber', and the table has the columns word, number, sometimes, flag. (Parameter 'target')", refusal.Message);
    }

    [Fact]
    public void Estimate_WithATarget_SaysWhatRealRowsAreGoodFor()
    {
        Table whole = Split.Whole();
        HoldoutSplit own = HoldoutSplit.Of(whole, 0.25);

        Yardsticks yardsticks = YardstickEstimator.Estimate(whole, 0.25, 600, TestContext.Current.CancellationToken, target: "number");

        Assert.Equal(Utility(own, "number", own.Training)!.Value, yardsticks.SecondSample[Score.Utility]);
        Assert.Equal(yardsticks.SecondSample[Score.Utility], yardsticks.RealUtility);
        Assert.Null(yardsticks.Floor[Score.Utility]);
        Assert.All(yardsticks.Baselines, baseline => Assert.NotNull(baseline.Scores[Score.Utility]));
        Assert.True(yardsticks.Baselines.Single(baseline => baseline.Name == "columnBootstrap").Scores[Score.Utility] < yardsticks.RealUtility - 0.2);
    }

    [Fact]
    public void Estimate_WithATarget_BeginsAndTotalsAsWithoutOne()
    {
        Scores? begun = null;
        Yardsticks with = YardstickEstimator.Estimate(Training, 0.25, 400, TestContext.Current.CancellationToken, begun: scores => begun = scores, target: "number");
        Yardsticks without = YardstickEstimator.Estimate(Training, 0.25, 400, TestContext.Current.CancellationToken);

        Assert.Null(begun![Score.Utility]);
        Assert.Equal(without.SecondSample, with.SecondSample.With(Score.Utility, null));
        Assert.Equal(without.Baselines.Select(baseline => baseline.Scores.Total), with.Baselines.Select(baseline => baseline.Scores.Total));
    }

    [Fact]
    public void Total_ThatWeighsUtility_DividesItByThatOfRealRows()
    {
        Scores secondSample = Scores.Of([(Score.Utility, 0.8)]);

        double total = WeightedTotal.Of(Scores.Of([(Score.Utility, 0.4)]), secondSample, ScoreWeights.Default.With(Score.Utility, 1));

        Assert.Equal(3, total, 1e-12);
    }

    [Fact]
    public void Score_OfAnyTables_IsFinite()
    {
        Gen.Select(Tables.Any(3, 60), Tables.Any(3, 60)).Sample(
            (real, synthetic) =>
            {
                Scores scores = new TableScorer(real, new HoldoutSplit(real, synthetic), "c1").Score(synthetic, [Score.Utility, Score.Detectability]);
                Assert.True(double.IsFinite(scores[Score.Utility] ?? 0));
                Assert.InRange(scores[Score.Detectability]!.Value, 0, 1);
            },
            iter: 50);
    }

    private static double? Utility(HoldoutSplit split, string target, Table synthetic)
    {
        return new TableScorer(split.Whole(), split, target).Score(synthetic, [Score.Utility])[Score.Utility];
    }

    private static Table Many(int rows)
    {
        double[] levels = [.. Enumerable.Range(0, rows).Select(row => (double)(row % (1 + (row % 40))))];
        ColumnSchema word = new("word", ColumnKind.Category) { Levels = [.. Enumerable.Range(0, 40).Select(level => $"level {level}")] };
        return new Table([word, new ColumnSchema("number")], [levels, [.. levels.Select((level, row) => level + (row % 7 / 10.0))]]);
    }

    private static Table WithNovelLevel(Table table)
    {
        ColumnSchema word = table.Schema[0] with { Levels = [.. table.Schema[0].Levels, "novel"] };
        return new Table([word, table.Schema[1]], [[.. table.Column(0).ToArray().Select((level, row) => row % 50 == 0 ? 40 : level)], [.. table.Column(1)]]);
    }
}

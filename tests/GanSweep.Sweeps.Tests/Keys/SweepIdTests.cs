using CsCheck;
using GanSweep.Sweeps.Definitions;
using GanSweep.Sweeps.Keys;
using GanSweep.Sweeps.Strategies;
using GanSweep.Sweeps.Tests.Strategies;

namespace GanSweep.Sweeps.Tests.Keys;

public sealed class SweepIdTests
{
    private const string Text = """
        { "name": "eu-1.x_", "dataset": "t.csv", "seed": 7, "replicates": 2, "keepBest": 4, "maxAttempts": 2, "evaluationRows": 3000,
          "config": { "batchSize": 32 }, "space": { "epochs": [10, 20], "patience": [0, 3] }, "ranking": { "weights": { "stdGap": 2 } } }
        """;

    [Fact]
    public void Compute_Sweep_IsItsNameAndEightDigits()
    {
        Assert.Matches("^eu-1\\.x_-[0-9a-f]{8}$", IdOf(Text));
    }

    // An id changes only with what the changelog tells: other defaults, which a sweep that leaves them out takes, or the engine's version. How they are hashed stays.
    [Theory]
    [InlineData("""{ "name": "a", "dataset": "t.csv" }""", "a-46ca9d26")]
    [InlineData(Text, "eu-1.x_-8d0374c0")]
    [InlineData("""
        { "name": "b", "dataset": "t.csv", "holdout": 0.25, "ranking": { "weights": { "stdGap": 0 },
          "limits": { "quality": { "min": 0.5 }, "closerToTraining": { "min": 0.1, "max": 0.57 }, "meanGap": { "max": 2 } } } }
        """, "b-8c0d5ced")]
    public void Compute_ThisSweep_IsThisId(string sweep, string id)
    {
        Assert.Equal(id, IdOf(sweep));
    }

    [Theory]
    [InlineData("""{ "name": "a", "dataset": "t.csv", "space": { "epochs": [1, 2] } }""", """{ "name": "a", "dataset": "t.csv", "space": [{ "epochs": [1, 2] }] }""")]
    [InlineData("""{ "name": "a", "dataset": "t.csv", "config": { "model": "flow" } }""", """{ "name": "a", "dataset": "t.csv", "space": { "model": ["flow"] } }""")]
    [InlineData(
        """{ "name": "a", "dataset": "t.csv", "space": { "batchSize": [8], "model": ["gan", "flow"] } }""",
        """{ "name": "a", "dataset": "t.csv", "space": [{ "batchSize": [8] }, { "model": ["flow"], "batchSize": [8] }] }""")]
    public void Compute_TheSameRunsOfAlternatives_IsTheSameId(string one, string other)
    {
        Assert.Equal(IdOf(one), IdOf(other));
    }

    [Fact]
    public void Compute_OtherAlternatives_IsAnotherId()
    {
        string[] spaces =
        [
            """{ "model": ["gan", "flow"] }""", """{ "model": ["flow", "gan"] }""", """[{ "model": ["gan"] }, { "model": ["flow"], "epochs": [3] }]""", """{ "model": ["gan"] }""",
        ];

        Assert.Equal(4, spaces.Select(space => IdOf($$"""{ "name": "a", "dataset": "t.csv", "space": {{space}} }""")).Distinct().Count());
    }

    // A strategy's keys are part of it, those of the grid are written as before there were others.
    [Fact]
    public void Compute_AStrategyWithKeys_IsAnotherIdForEveryValue()
    {
        SweepDefinition grid = TestModels.Parse(Text);

        string[] ids = [.. new Strategy[] { grid.Strategy, new DrawnStrategy(3), new DrawnStrategy(4) }
            .Select(strategy => SweepId.Compute(Under(strategy, grid), "ab12", "1"))];

        Assert.Equal([IdOf(Text), "eu-1.x_-a854cccd", "eu-1.x_-62a59893"], ids);
    }

    [Fact]
    public void Compute_SameSweepWrittenOtherwise_IsTheSameId()
    {
        SampleSweep.Gen.Sample(sample => Assert.Equal(IdOf(sample.Text), IdOf(sample.OtherText)));
    }

    [Theory]
    [InlineData("\"eu-1.x_\"", "\"eu-1.x\"")]
    [InlineData("\"seed\": 7", "\"seed\": 8")]
    [InlineData("\"replicates\": 2", "\"replicates\": 3")]
    [InlineData("\"keepBest\": 4", "\"keepBest\": 5")]
    [InlineData("\"maxAttempts\": 2", "\"maxAttempts\": 3")]
    [InlineData("\"evaluationRows\": 3000", "\"evaluationRows\": 3001")]
    [InlineData(", \"evaluationRows\": 3000", "")]
    [InlineData("\"batchSize\": 32", "\"batchSize\": 33")]
    [InlineData("\"batchSize\": 32", "\"batchSize\": 32, \"clip\": true")]
    [InlineData("[10, 20]", "[10, 20, 30]")]
    [InlineData("[10, 20]", "[20, 10]")]
    [InlineData("\"epochs\": [10, 20], \"patience\": [0, 3]", "\"patience\": [0, 3], \"epochs\": [10, 20]")]
    [InlineData("\"stdGap\": 2", "\"stdGap\": 3")]
    [InlineData("\"stdGap\": 2", "\"meanGap\": 2")]
    [InlineData("\"stdGap\": 2", "\"stdGap\": 2, \"jointDistance\": 1")]
    [InlineData("{ \"stdGap\": 2 }", "{ \"stdGap\": 2 }, \"limits\": { \"quality\": { \"min\": 0.5 } }")]
    [InlineData("\"seed\": 7", "\"seed\": 7, \"holdout\": 0.2")]
    public void Compute_AnythingThatMatters_IsAnotherId(string part, string other)
    {
        Assert.Contains(part, Text, StringComparison.Ordinal);
        Assert.NotEqual(Digits(IdOf(Text)), Digits(IdOf(Text.Replace(part, other, StringComparison.Ordinal))));
    }

    [Fact]
    public void Compute_OtherSequence_IsAnotherIdHoweverItIsWritten()
    {
        string[] sequences = ["", ", \"sequence\": { \"by\": \"a\" }", ", \"sequence\": { \"by\": \"row\" }", ", \"sequence\": { \"by\": \"a\", \"group\": \"b\" }", ", \"sequence\": { \"by\": \"a\", \"window\": 5 }"];
        string[] ids = [.. sequences.Select(sequence => IdOf($$"""{ "name": "a", "dataset": "t.csv"{{sequence}} }"""))];

        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.Equal(ids[1], IdOf("""{ "name": "a", "sequence": { "window": 20, "by": "a" }, "dataset": "t.csv", "ranking": { "weights": { "drawdownGap": 1 } } }"""));
    }

    [Fact]
    public void Compute_OtherTarget_IsAnotherId()
    {
        string[] ids = [.. new[] { "", ", \"target\": \"a\"", ", \"target\": \"b\"" }.Select(target => IdOf($$"""{ "name": "a", "dataset": "t.csv", "holdout": 0.2{{target}} }"""))];

        Assert.Equal(3, ids.Distinct().Count());
    }

    [Fact]
    public void Compute_OtherTableOrEngine_IsAnotherId()
    {
        string[] ids = [IdOf(Text), IdOf(Text, dataset: "cd34"), IdOf(Text, engine: "2")];

        Assert.Equal(3, ids.Distinct().Count());
    }

    private static string IdOf(string text, string dataset = "ab12", string engine = "1")
    {
        return SweepId.Compute(TestModels.Parse(text), dataset, engine);
    }

    private static SweepDefinition Under(Strategy strategy, SweepDefinition sweep)
    {
        return new SweepDefinition
        {
            Name = sweep.Name,
            DatasetPath = sweep.DatasetPath,
            Plan = sweep.Plan,
            Strategy = strategy,
            Weights = sweep.Weights,
            Limits = sweep.Limits,
            KeepBest = sweep.KeepBest,
            MaxAttempts = sweep.MaxAttempts,
            EvaluationRows = sweep.EvaluationRows,
            Holdout = sweep.Holdout,
            Target = sweep.Target,
        };
    }

    private static string Digits(string id)
    {
        return id[^8..];
    }
}

using CsCheck;
using GanSweep.Contracts.Runs;
using GanSweep.Evaluation.Scoring;
using GanSweep.Gan.Configurations;
using GanSweep.Networks;
using GanSweep.Settings.Models;
using GanSweep.Sweeps.Definitions;
using GanSweep.Sweeps.Ranking;
using GanSweep.Sweeps.Strategies;
using GanSweep.Tables;
using GanSweep.Tables.Sequences;
using GanSweep.Tables.Transforms;

namespace GanSweep.Sweeps.Tests.Definitions;

public sealed class SweepDefinitionTests
{
    private const string Hash = "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef";

    [Fact]
    public void Parse_NameAndDatasetAlone_IsOneRunOfDefaults()
    {
        var sweep = TestModels.Parse("""{ "name": "a", "dataset": "t.csv" }""");

        Assert.Equal("a", sweep.Name);
        Assert.Equal("t.csv", sweep.DatasetPath);
        Assert.Equal(1, sweep.Seed);
        Assert.Equal(1, sweep.Replicates);
        Assert.IsType<GridStrategy>(sweep.Strategy);
        Assert.All(Score.All, score => Assert.Equal(score.IsDefault ? 1 : 0, sweep.Weights[score]));
        Assert.Empty(sweep.Limits);
        Assert.Equal(0, sweep.Holdout);
        Assert.Equal(5, sweep.KeepBest);
        Assert.Equal(3, sweep.MaxAttempts);
        Assert.Null(sweep.EvaluationRows);
        Assert.Equal(1, sweep.RunCount);
        Assert.Empty(sweep.VaryingKeys);
        Assert.Equal(TestModels.Effective("{}", new TrainingSize(2_000, 4)).Json, sweep.SpecOf(1, Hash, Rows(2_000)).Configuration.Json);
    }

    [Fact]
    public void Parse_Sequence_IsPartOfEveryRun()
    {
        SweepDefinition sweep = TestModels.Parse("""{ "name": "a", "dataset": "t.csv", "sequence": { "by": "date", "group": "ticker" } }""");
        RunSpec spec = sweep.SpecOf(1, "ab12", Rows(5_000));

        Assert.Equal(new RowSequence("date", "ticker", 20), sweep.Sequence);
        Assert.Equal("""{"by":"date","group":"ticker","window":20}""", spec.Sequence);
        Assert.Equal(sweep.Sequence, SweepDefinition.ParseSequence(spec.Sequence));
        string? blocks = TestModels.Parse("""{ "name": "a", "dataset": "t.csv", "holdout": 0.2, "sequence": { "by": "row", "blocks": 3 } }""").SpecOf(1, "ab12", Rows(5_000)).Sequence;
        Assert.Equal("""{"by":"row","window":20,"blocks":3}""", blocks);
        Assert.Equal(3, SweepDefinition.ParseSequence(blocks)!.Blocks);
        Assert.Equal(1, sweep.RunOf(spec, Rows(5_000)));
        Assert.Null(sweep.RunOf(spec with { Sequence = null }, Rows(5_000)));
        Assert.Null(TestModels.Parse("""{ "name": "a", "dataset": "t.csv" }""").SpecOf(1, "ab12", Rows(5_000)).Sequence);
        Assert.Null(SweepDefinition.ParseSequence(null));
    }

    [Fact]
    public void SpecOf_WindowsOfASpace_AreThoseOfRunsAndLeftOutTheSequencesOwn()
    {
        SweepDefinition searched = TestModels.Parse("""{ "name": "a", "dataset": "t.csv", "sequence": { "by": "row", "window": 10 }, "space": { "window": [5, 10] } }""");
        SweepDefinition plain = TestModels.Parse("""{ "name": "a", "dataset": "t.csv", "sequence": { "by": "row", "window": 10 } }""");

        RunSpec five = searched.SpecOf(1, Hash, Rows(5_000));
        RunSpec ten = searched.SpecOf(2, Hash, Rows(5_000));
        Assert.Contains("\"window\":5", five.Configuration.Json, StringComparison.Ordinal);
        Assert.Equal(five.Sequence, ten.Sequence);
        Assert.Equal(plain.SpecOf(1, Hash, Rows(5_000)), ten);
        Assert.Equal((1, 2), (searched.RunOf(five, Rows(5_000)), searched.RunOf(ten, Rows(5_000))));
        Assert.DoesNotContain("window", TestModels.Parse("""{ "name": "a", "dataset": "t.csv" }""").SpecOf(1, Hash, Rows(5_000)).Configuration.Json, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_Target_IsPartOfEveryRun()
    {
        SweepDefinition sweep = TestModels.Parse("""{ "name": "a", "dataset": "t.csv", "holdout": 0.2, "target": "charges" }""");
        RunSpec spec = sweep.SpecOf(1, Hash, Rows(5_000));

        Assert.Equal(("charges", "charges"), (sweep.Target, spec.Target));
        Assert.Equal(1, sweep.RunOf(spec, Rows(5_000)));
        Assert.Null(sweep.RunOf(spec with { Target = null }, Rows(5_000)));
        Assert.Null(TestModels.Parse("""{ "name": "a", "dataset": "t.csv", "holdout": 0.2 }""").Target);
    }

    [Fact]
    public void Parse_EveryTopLevelKey_IsRead()
    {
        var sweep = TestModels.Parse(
            """
            {
              "$schema": "x", "name": "A.b_c-9", "dataset": "../t.csv", "seed": 9007199254740990, "replicates": 3, "strategy": "grid",
              "config": {}, "space": {}, "keepBest": 7, "maxAttempts": 1, "evaluationRows": 5e3,
              "ranking": { "weights": { "meanGap": 0, "stdGap": 2.5, "correlationDistance": 0, "jsEstimate": 1e6, "jointDistance": 3 },
                "limits": { "closerToTraining": { "max": 0.57 }, "quality": { "min": 0.9, "max": 1 } } }, "holdout": 0.2,
            }
            """);

        Assert.Equal("A.b_c-9", sweep.Name);
        Assert.Equal("../t.csv", sweep.DatasetPath);
        Assert.Equal((1L << 53) - 2, sweep.Seed);
        Assert.Equal(3, sweep.Replicates);
        Assert.Equal(7, sweep.KeepBest);
        Assert.Equal(1, sweep.MaxAttempts);
        Assert.Equal(5_000, sweep.EvaluationRows);
        Assert.Equal(
            [("stdGap", 2.5), ("jsEstimate", 1_000_000), ("jointDistance", 3), ("categoryGap", 1), ("associationDistance", 1), ("missingGap", 1)],
            Score.All.Where(score => sweep.Weights[score] > 0 && !score.NeedsSequence).Select(score => (score.Name, sweep.Weights[score])));
        Assert.Equal(
            [new ScoreLimit(Score.CloserToTraining, null, 0.57), new ScoreLimit(Score.Quality, 0.9, 1)], sweep.Limits);
        Assert.Equal(0.2, sweep.Holdout);
        Assert.Equal(0.2, sweep.SpecOf(1, Hash, Rows(5_000)).Holdout);
        Assert.Equal(3, sweep.RunCount);
    }

    [Fact]
    public void Parse_EveryConfigurationKey_IsRead()
    {
        var sweep = TestModels.Parse(
            """
            { "name": "a", "dataset": "t.csv", "config": {
              "loss": "wassersteinGp", "latentDim": 1, "generatorLayers": [2, 3], "discriminatorLayers": [4], "activation": "relu",
              "generatorLearningRate": 0.5, "discriminatorLearningRate": 0.6, "beta1": 0.7, "beta2": 0.8, "batchSize": 9, "epochs": 10,
              "discriminatorSteps": 11, "labelSmoothing": 0, "gradientPenalty": 13.5, "dropout": 0.14, "transform": "minMax",
              "emaDecay": 0.16, "evaluationInterval": 17, "patience": 18, "clip": true, "learningRateDecay": 0.21, "r1Penalty": 0, "engine": "torch", "calibrate": true } }
            """);

        var expected = new GanConfiguration
        {
            Loss = GanLoss.WassersteinGp,
            LatentDim = 1,
            GeneratorLayers = [2, 3],
            DiscriminatorLayers = [4],
            Activation = Activation.Relu,
            GeneratorLearningRate = 0.5,
            DiscriminatorLearningRate = 0.6,
            Beta1 = 0.7,
            Beta2 = 0.8,
            BatchSize = 9,
            Epochs = 10,
            DiscriminatorSteps = 11,
            LabelSmoothing = 0,
            GradientPenalty = 13.5,
            Dropout = 0.14,
            Transform = TransformKind.MinMax,
            EmaDecay = 0.16,
            EvaluationInterval = 17,
            Patience = 18,
            Clip = true,
            LearningRateDecay = 0.21,
            R1Penalty = 0,
            Engine = EngineKind.Torch,
        };
        Assert.Equivalent(expected, GanConfiguration.Of(sweep.Alternatives.Items.Single().Base), strict: true);
    }

    [Fact]
    public void FittedConfigurationOf_KeysLeftOut_SuitTheRowsThatAreTrainedOn()
    {
        var sweep = TestModels.Parse("""{ "name": "a", "dataset": "t.csv", "holdout": 0.2, "space": { "batchSize": [1000, 10], "steps": [100] } }""");

        Configuration[] fitted = [.. Enumerable.Range(1, 2).Select(run => sweep.FittedConfigurationOf(run, Rows(100)))];

        Assert.False(sweep.ConfigurationOf(1).Says(LoopKeys.Epochs));
        Assert.Equal([(1_000, 100), (10, 50)], fitted.Select(one => (one.Get(LoopKeys.BatchSize), one.Get(LoopKeys.Epochs))));
        Assert.Equal([80, 10], Enumerable.Range(1, 2).Select(run => TestModels.Typed(sweep.SpecOf(run, Hash, Rows(100)).Configuration).BatchSize));
    }

    /// <summary>What was submitted before keys were fitted to the table means what it meant.</summary>
    [Fact]
    public void Restore_WithFormerDefaults_HasWhatKeysWereThen()
    {
        const string Text = """{ "name": "a", "dataset": "t.csv", "config": { "loss": "wassersteinGp", "transform": "standard" }, "space": { "batchSize": [64, 65] } }""";

        Configuration former = SweepDefinition.Restore(Text, TestModels.Catalog, KeyDefaults.BeforeFitting).FittedConfigurationOf(1, Rows(100_000));
        Configuration current = SweepDefinition.Restore(Text, TestModels.Catalog, KeyDefaults.Current).ConfigurationOf(1);

        Assert.Equal(
            """
            {"loss":"wassersteinGp","latentDim":16,"generatorLayers":[64,64],"discriminatorLayers":[64,64],"activation":"leakyRelu","generatorLearningRate":0.001,
            "discriminatorLearningRate":0.002,"beta1":0.5,"beta2":0.9,"batchSize":64,"epochs":300,"discriminatorSteps":1,"labelSmoothing":0,"gradientPenalty":10,
            "dropout":0,"transform":"standard","emaDecay":0.99,"evaluationInterval":10,"patience":0,"clip":false,"learningRateDecay":1,"r1Penalty":0,
            "engine":"fused","calibrate":false,"gumbelTemperature":0.5,"minimumCount":5,"exactValues":true}
            """.ReplaceLineEndings(""),
            former.Json);
        Assert.Equal(TestModels.Parse(Text).ConfigurationOf(1), current);
    }

    /// <summary>What was submitted before rare values were kept out of generators is trained as it was.</summary>
    [Fact]
    public void Restore_OfBeforeMinimumCount_FitsKeysAsTheyWereFittedThen()
    {
        const string Text = """{ "name": "a", "dataset": "t.csv" }""";

        Configuration then = SweepDefinition.Restore(Text, TestModels.Catalog, KeyDefaults.BeforeMinimumCount).FittedConfigurationOf(1, Rows(313));
        Configuration now = SweepDefinition.Restore(Text, TestModels.Catalog, KeyDefaults.Current).FittedConfigurationOf(1, Rows(313));

        Assert.Equal((true, 1, 32, 0), (then.Get(LoopKeys.ExactValues), LoopKeys.MinimumCountOf(then), GanConfiguration.Of(then).BatchSize, GanConfiguration.Of(then).Dropout));
        Assert.Equal((false, 5, 8, 0.2), (now.Get(LoopKeys.ExactValues), LoopKeys.MinimumCountOf(now), GanConfiguration.Of(now).BatchSize, GanConfiguration.Of(now).Dropout));
    }

    [Fact]
    public void SpecOf_GridWithReplicates_CountsLastKeyFastAndReplicatesFastest()
    {
        var sweep = TestModels.Parse(
            """
            { "name": "a", "dataset": "t.csv", "seed": 7, "replicates": 2,
              "space": { "epochs": [10, 20], "transform": ["log", "none"] } }
            """);

        IEnumerable<(int, TransformKind, long)> runs = Enumerable.Range(1, sweep.RunCount).Select(run => sweep.SpecOf(run, Hash, Rows(2_000)))
            .Select(spec => (TestModels.Typed(spec.Configuration).Epochs, TestModels.Typed(spec.Configuration).Transform, spec.Seed));

        Assert.Equal(
            [
                (10, TransformKind.Log, 7), (10, TransformKind.Log, 8), (10, TransformKind.None, 7), (10, TransformKind.None, 8),
                (20, TransformKind.Log, 7), (20, TransformKind.Log, 8), (20, TransformKind.None, 7), (20, TransformKind.None, 8),
            ],
            runs);
        Assert.Equal(["epochs", "transform", "seed"], sweep.VaryingKeys);
    }

    [Fact]
    public void SpecOf_AnyRun_CarriesTableAndEvaluationRows()
    {
        RunSpec spec = TestModels.Parse("""{ "name": "a", "dataset": "t.csv", "evaluationRows": 2345 }""").SpecOf(1, Hash, Rows(300));

        Assert.Equal(Hash, spec.DatasetHash);
        Assert.Equal(2_345, spec.EvaluationRows);
        Assert.Equal(3_000, TestModels.Parse("""{ "name": "a", "dataset": "t.csv" }""").SpecOf(1, Hash, Rows(300)).EvaluationRows);
    }

    [Fact]
    public void SpecOf_RunsThatDifferInValuesWithoutEffect_AreOne()
    {
        var sweep = TestModels.Parse("""{ "name": "a", "dataset": "t.csv", "holdout": 0.5, "space": { "batchSize": [65536, 40, 50, 49] } }""");

        RunSpec[] specs = [.. Enumerable.Range(1, 4).Select(run => sweep.SpecOf(run, Hash, Rows(100)))];

        Assert.Equal([50, 40, 50, 49], specs.Select(spec => TestModels.Typed(spec.Configuration).BatchSize));
        Assert.Equal([1, 2, 1, 4], specs.Select(spec => sweep.RunOf(spec, Rows(100))!.Value));
        Assert.Equal(3, sweep.TrainingCountOn(new TableSize(100, 4)));
        Assert.Equal([65_536, 40, 50, 49], Enumerable.Range(1, 4).Select(run => sweep.ConfigurationOf(run).Get(LoopKeys.BatchSize)));

        // Of a table with other rows all of them may differ.
        Assert.Equal([65_536, 40, 50, 49], Enumerable.Range(1, 4).Select(run => TestModels.Typed(sweep.SpecOf(run, Hash, Rows(1_000_000)).Configuration).BatchSize));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    [InlineData(5)]
    [InlineData(int.MaxValue)]
    public void SpecOf_NoSuchRun_Throws(int run)
    {
        var sweep = TestModels.Parse("""{ "name": "a", "dataset": "t.csv", "replicates": 2, "space": { "epochs": [1, 2] } }""");

        Assert.Throws<ArgumentOutOfRangeException>(nameof(run), () => sweep.SpecOf(run, Hash, Rows(2_000)));
    }

    [Fact]
    public void RunOf_EveryRunOfAnySweep_IsTheFirstWithItsSpec()
    {
        Gen.Select(SampleSweep.Gen, Gen.Int[2, 200]).Sample((sample, rows) =>
        {
            Dictionary<RunSpec, int> firsts = [];
            var sweep = TestModels.Parse(sample.Text);
            Assert.Equal(sample.Space.Aggregate(sample.Replicates, (product, key) => product * key.Values.Length), sweep.RunCount);
            for (int run = 1; run <= sweep.RunCount; run++)
            {
                RunSpec spec = sweep.SpecOf(run, Hash, Rows(rows));
                firsts.TryAdd(spec, run);
                Assert.Equal(firsts[spec], sweep.RunOf(spec, Rows(rows)));
            }

            Assert.Equal(firsts.Count, sweep.TrainingCountOn(new TableSize(rows, 4)));
        }, iter: 300);
    }

    [Fact]
    public void RunOf_RunsOfAnotherSweep_AreFoundExactlyWhereBothHaveThem()
    {
        Gen.Select(SampleSweep.Gen, SampleSweep.Gen, Gen.Int[2, 200]).Sample((one, other, rows) =>
        {
            var sweep = TestModels.Parse(one.Text);
            var known = Enumerable.Range(1, sweep.RunCount).GroupBy(run => sweep.SpecOf(run, Hash, Rows(rows))).ToDictionary(same => same.Key, same => same.First());
            var stranger = TestModels.Parse(other.Text);
            for (int run = 1; run <= stranger.RunCount; run++)
            {
                RunSpec spec = stranger.SpecOf(run, Hash, Rows(rows));
                Assert.Equal(known.TryGetValue(spec, out int number) ? number : null, sweep.RunOf(spec, Rows(rows)));
            }
        }, iter: 200);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(9)]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    public void RunOf_SeedOfNoReplicate_IsNull(long seed)
    {
        var sweep = TestModels.Parse("""{ "name": "a", "dataset": "t.csv", "seed": 7, "replicates": 2 }""");

        Assert.Null(sweep.RunOf(sweep.SpecOf(1, Hash, Rows(2_000)) with { Seed = seed }, Rows(2_000)));
    }

    [Fact]
    public void RunOf_FixedValueThatDiffers_IsNull()
    {
        var sweep = TestModels.Parse("""{ "name": "a", "dataset": "t.csv", "space": { "epochs": [1, 2] } }""");
        RunSpec spec = sweep.SpecOf(2, Hash, Rows(2_000));

        RunConfiguration Other(string layers) => new("gan", TestModels.Effective($$"""{ "epochs": 2, "generatorLayers": {{layers}} }""", new TrainingSize(2_000, 4)).Json);

        Assert.Null(sweep.RunOf(spec with { Configuration = Other("[64, 65]") }, Rows(2_000)));
        Assert.Equal(2, sweep.RunOf(spec with { Configuration = Other("[64, 64]") }, Rows(2_000)));
    }

    [Fact]
    public void Parse_AMillionRuns_AllocatesWhatTheListsNeed()
    {
        string digits = string.Join(", ", Enumerable.Range(1, 100));
        string text = $$"""
            { "name": "a", "dataset": "t.csv", "space": { "epochs": [{{digits}}], "latentDim": [{{digits}}], "batchSize": [{{digits}}] } }
            """;
        _ = TestModels.Parse(text);
        long before = GC.GetAllocatedBytesForCurrentThread();

        var sweep = TestModels.Parse(text);
        RunSpec last = sweep.SpecOf(1_000_000, Hash, Rows(2_000));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
        Assert.Equal(1_000_000, sweep.RunCount);
        GanConfiguration configuration = TestModels.Typed(last.Configuration);
        Assert.Equal((100, 100, 100), (configuration.Epochs, configuration.LatentDim, configuration.BatchSize));
        Assert.Equal(1_000_000, sweep.RunOf(last, Rows(2_000)));
        Assert.Equal(1_000_000, sweep.TrainingCountOn(new TableSize(2_000, 4)));
        Assert.Equal(20_000, sweep.TrainingCountOn(new TableSize(2, 4)));
    }

    [Theory]
    [InlineData("sweep.json", 45)]
    [InlineData("sweep.returns.json", 15)]
    public void Parse_SweepsOfTheRoot_AreRunsOnTheTablesBesideThem(string file, int runs)
    {
        var sweep = TestModels.Parse(File.ReadAllText(RepositoryFiles.PathOf(file)));

        Assert.Equal(runs, sweep.RunCount);
        Assert.True(File.Exists(RepositoryFiles.PathOf(sweep.DatasetPath)));
    }

    private static TableSize Rows(int rows)
    {
        return new TableSize(rows, 4);
    }
}

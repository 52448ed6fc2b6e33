using CsCheck;
using GanSweep.Contracts.Runs;
using GanSweep.Flow.Configurations;
using GanSweep.Gan.Configurations;
using GanSweep.Settings.Models;
using GanSweep.Sweeps.Definitions;
using GanSweep.Sweeps.Spaces;
using GanSweep.Tables;

namespace GanSweep.Sweeps.Tests.Spaces;

public sealed class AlternativesTests
{
    private static readonly SweepDefinition Sample = TestModels.Parse("""
        { "name": "a", "dataset": "t.csv", "replicates": 2, "config": { "steps": 70, "latentDim": 5, "solverSteps": 12 },
          "space": [{ "loss": ["minimax", "nonSaturating"], "batchSize": [8, 16] }, { "batchSize": [32], "model": ["flow", "gan"] }] }
        """);

    [Fact]
    public void ConfigurationAt_AllCells_AreGridAfterGridAndModelAfterModel()
    {
        Alternatives alternatives = Sample.Alternatives;

        Assert.Equal(
            ["gan 8", "gan 16", "gan 8", "gan 16", "flow 32", "gan 32"],
            Enumerable.Range(0, alternatives.Count).Select(alternatives.ConfigurationAt).Select(cell => $"{cell.Model} {cell.Get(LoopKeys.BatchSize)}"));
        Assert.Equal([GanKeys.Model, FlowKeys.Model], alternatives.Models);
        Assert.Equal(12, Sample.RunCount);
    }

    [Fact]
    public void ConfigurationAt_FixedValues_AreThoseOfTheModelsThatHaveTheKey()
    {
        Configuration flow = Sample.Alternatives.ConfigurationAt(4);
        Configuration gan = Sample.Alternatives.ConfigurationAt(5);

        Assert.Equal((70, 12), (flow.Get(LoopKeys.Steps), flow.Get(FlowKeys.SolverSteps)));
        Assert.Equal((70, 5), (gan.Get(LoopKeys.Steps), gan.Get(GanKeys.LatentDim)));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(6)]
    public void ConfigurationAt_NoSuchCell_Throws(int cell)
    {
        Assert.Throws<ArgumentOutOfRangeException>(nameof(cell), () => Sample.Alternatives.ConfigurationAt(cell));
    }

    [Fact]
    public void VaryingKeys_SeveralModels_HaveTheModelFirst()
    {
        Assert.Equal(["model", "loss", "batchSize", "seed"], Sample.VaryingKeys);
        Assert.Equal(
            ["model", "loss", "epochs", "clip"],
            TestModels.Parse("""
                { "name": "a", "dataset": "t.csv", "config": { "model": "gan" },
                  "space": [{ "loss": ["minimax"], "beta1": [0.1], "epochs": [1] }, { "loss": ["nonSaturating"], "beta1": [0.1], "epochs": [1] }, { "beta1": [0.1], "loss": ["minimax"], "clip": [true] }] }
                """).VaryingKeys.Prepend("model"));
        Assert.Equal(
            ["model", "solverSteps"],
            TestModels.Parse("""
                { "name": "a", "dataset": "t.csv", "space": [{ "model": ["gan"], "steps": [9] }, { "model": ["flow"], "steps": [8], "solverSteps": [10, 20] }] }
                """).VaryingKeys);
        Assert.Equal(
            ["epochs"], TestModels.Parse("""{ "name": "a", "dataset": "t.csv", "space": { "model": ["flow"], "epochs": [1, 2] } }""").VaryingKeys);
    }

    [Fact]
    public void NameOf_Grids_IsTheModelWhereThatTellsThemApart()
    {
        Alternatives models = TestModels.Parse("""{ "name": "a", "dataset": "t.csv", "space": { "model": ["gan", "flow"] } }""").Alternatives;
        Alternatives one = TestModels.Parse("""{ "name": "a", "dataset": "t.csv" }""").Alternatives;

        Assert.Equal(["gan", "flow"], models.Items.Select(models.NameOf));
        Assert.Equal(["gan, alternative 1", "flow, alternative 2", "gan, alternative 3"], Sample.Alternatives.Items.Select(Sample.Alternatives.NameOf));
        Assert.Equal([""], one.Items.Select(one.NameOf));
    }

    [Fact]
    public void ValuesWithoutEffect_SeveralGrids_SayWhereTheyAre()
    {
        SweepDefinition sweep = TestModels.Parse("""
            { "name": "a", "dataset": "t.csv", "space": [{ "epochs": [3] }, { "model": ["flow"], "batchSize": [100, 200, 5] }] }
            """);

        Assert.Equal(
            ["flow: batchSize 100 and 200 are the same: the 100 rows that are trained on are one batch."], sweep.ValuesWithoutEffectOn(new TableSize(100, 4)));
    }

    // Two grids of one model may share cells, and those of another model differ from all of them.
    [Fact]
    public void RunOf_EveryRunOfAnyAlternatives_IsTheFirstWithItsSpec()
    {
        Gen.Select(SampleSweep.Gen, SampleSweep.Gen, Gen.Int[2, 200]).Sample((one, other, rows) =>
        {
            SweepDefinition sweep = TestModels.Parse($$"""
                { "name": "a", "dataset": "t.csv", "replicates": {{one.Replicates}}, "space": [{{one.Alternative}}, { "model": ["flow"], "batchSize": [1, 64, 65536] }, {{other.Alternative}}] }
                """);
            TableSize table = new(rows, 4);
            Dictionary<RunSpec, int> firsts = [];
            for (int run = 1; run <= sweep.RunCount; run++)
            {
                RunSpec spec = sweep.SpecOf(run, "ab12", table);
                firsts.TryAdd(spec, run);
                Assert.Equal(firsts[spec], sweep.RunOf(spec, table));
            }

            Assert.Equal(firsts.Count, sweep.TrainingCountOn(table));
        }, iter: 60);
    }
}

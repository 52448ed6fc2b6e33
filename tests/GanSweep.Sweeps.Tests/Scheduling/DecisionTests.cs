using GanSweep.Settings.Models;
using GanSweep.Sweeps.Definitions;
using GanSweep.Sweeps.Scheduling;

namespace GanSweep.Sweeps.Tests.Scheduling;

public sealed class DecisionTests
{
    // On the large table an epoch of a whole run is a fiftieth of its steps, not a pass.
    [Theory]
    [InlineData("\"steps\": 2000, \"batchSize\": 16", 2_000)]
    [InlineData("\"steps\": 2000, \"batchSize\": 16", 40_000)]
    [InlineData("\"epochs\": 40, \"batchSize\": 16", 2_000)]
    [InlineData("\"batchSize\": 16", 200)]
    [InlineData("\"batchSize\": 16", 200_000)]
    [InlineData("\"model\": \"flow\"", 50_000)]
    public void FittedTo_AShortRun_HasThatShareOfTheUpdates(string config, int rows)
    {
        TrainingSize size = new(rows, 4);
        long whole = LoopKeys.UpdatesOf(Decided(config, 1).FittedTo(size), rows);

        foreach (double share in (double[])[0.1, 0.25, 0.5])
        {
            Configuration shorter = (Decided(config, share) with { IsShort = true }).FittedTo(size);

            // Rounded up to whole epochs.
            Assert.InRange(LoopKeys.UpdatesOf(shorter, rows), share * whole * 0.999, (share * whole) + ((double)whole / Decided(config, 1).FittedTo(size).Get(LoopKeys.Epochs)) + 1);
        }
    }

    [Theory]
    [InlineData(0.07, 7)]
    [InlineData(0.28, 28)]
    [InlineData(0.55, 55)]
    [InlineData(0.071, 8)]
    [InlineData(1e-12, 1)]
    public void UntilOn_AShareThatIsWhole_IsNotOneMoreByRounding(double share, int epochs)
    {
        Decision.Train decided = Decided("\"epochs\": 100", share);

        Assert.Equal(epochs, decided.UntilOn(new TrainingSize(100, 4)));
        Assert.Equal(epochs, (decided with { IsShort = true }).FittedTo(new TrainingSize(100, 4)).Get(LoopKeys.Epochs));
    }

    [Theory]
    [InlineData("\"steps\": 2000, \"batchSize\": 16", 2_000)]
    [InlineData("\"steps\": 2000, \"batchSize\": 16", 40_000)]
    [InlineData("\"epochs\": 40, \"batchSize\": 16", 2_000)]
    [InlineData("\"batchSize\": 16", 200)]
    [InlineData("\"model\": \"flow\"", 50_000)]
    public void UntilOn_AShare_IsThatShareOfTheEpochsOfTheWholeRun(string config, int rows)
    {
        TrainingSize size = new(rows, 4);
        Configuration whole = Decided(config, 1).FittedTo(size);
        int epochs = whole.Get(LoopKeys.Epochs);

        foreach (double share in (double[])[0.1, 0.25, 0.5, 0.99])
        {
            Decision.Train beginning = Decided(config, share);

            Assert.InRange(beginning.UntilOn(size) ?? epochs, share * epochs, (share * epochs) + 1);
            Assert.Equal(whole, beginning.FittedTo(size));
            Assert.Equal(Decided(config, 1).EffectiveOn(size), beginning.EffectiveOn(size));
            Assert.Null((beginning with { IsShort = true }).UntilOn(size));
        }

        Assert.Null(Decided(config, 1).UntilOn(size));
    }

    // Of few epochs the last may be the first of its share: then that is the whole run, under its key.
    [Theory]
    [InlineData(1, 0.1, null)]
    [InlineData(2, 0.1, 1)]
    [InlineData(2, 0.6, null)]
    [InlineData(4, 0.75, 3)]
    [InlineData(4, 0.76, null)]
    public void UntilOn_FewEpochs_IsNullWhereNothingIsLeftToGoOnWith(int epochs, double share, int? until)
    {
        Assert.Equal(until, Decided($"\"epochs\": {epochs}", share).UntilOn(new TrainingSize(100, 4)));
    }

    // A number that somebody has typed is taken as it is typed, whoever decides; what is drawn has three digits.
    [Theory]
    [InlineData("random", "")]
    [InlineData("tpe", "")]
    [InlineData("sobol", ", \"confirm\": {}")]
    public void Decide_AnEnqueuedNumberOfManyDigits_IsTrainedAsItIs(string strategy, string more)
    {
        SweepDefinition sweep = TestModels.Parse($$"""
            {
              "name": "s", "dataset": "x.csv", "strategy": { "kind": "{{strategy}}", "configurations": 4 }{{more}},
              "space": { "generatorLearningRate": { "min": 0.0001, "max": 0.1, "scale": "log" }, "latentDim": { "min": 1, "max": 1024, "scale": "log" } },
              "enqueue": [{ "generatorLearningRate": 0.01234567, "latentDim": 1024 }]
            }
            """);

        Assert.Contains("\"latentDim\":1024,", sweep.ConfigurationOf(1).Json, StringComparison.Ordinal);
        Assert.Contains("\"generatorLearningRate\":0.01234567,", sweep.ConfigurationOf(1).Json, StringComparison.Ordinal);
        Assert.DoesNotMatch("LearningRate\":0\\.0*[1-9][0-9]{3}", sweep.ConfigurationOf(2).Json);
    }

    private static Decision.Train Decided(string config, double share)
    {
        return new Decision.Train(TestModels.Parse($$"""{ "name": "a", "dataset": "t.csv", "config": { {{config}} } }""").Alternatives.Items.Single().Base, 1, share);
    }
}

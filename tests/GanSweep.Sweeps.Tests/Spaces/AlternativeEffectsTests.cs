using CsCheck;
using GanSweep.Sweeps.Definitions;
using GanSweep.Tables;

namespace GanSweep.Sweeps.Tests.Spaces;

public sealed class AlternativeEffectsTests
{
    /// <summary>On 1,000 rows in batches of 100, an epoch has ten steps, or a fiftieth of them if that is less.</summary>
    [Fact]
    public void Sentences_StepsThatAreAsManyWholeEpochs_NameThem()
    {
        SweepDefinition sweep = Sweep(""" "config": { "batchSize": 100 }, "space": { "steps": [995, 1000, 1001, 40, 7], "evaluationInterval": [1, 7, 9, 50] } """);

        Assert.Equal(
            [
                "steps 995 and 1000 are the same: rounded up to whole epochs they are 1,000.",
                "evaluationInterval 7, 9 and 50 are the same with steps 7: only the last epoch is evaluated.",
            ],
            sweep.ValuesWithoutEffectOn(new TableSize(1_000, 4)));
        Assert.Equal((4 * 4) - 2, sweep.TrainingCountOn(new TableSize(1_000, 4)));
    }

    [Fact]
    public void Sentences_BatchesBeyondTheRows_NameThem()
    {
        SweepDefinition sweep = Sweep(""" "space": { "batchSize": [8, 60, 64, 500, 65536] } """);

        Assert.Equal(["batchSize 60, 64, 500 and 65536 are the same: the 60 rows that are trained on are one batch."], sweep.ValuesWithoutEffectOn(new TableSize(60, 4)));
        Assert.Equal(2, sweep.TrainingCountOn(new TableSize(60, 4)));
        Assert.Equal(["batchSize 64, 500 and 65536 are the same: the 64 rows that are trained on are one batch."], sweep.ValuesWithoutEffectOn(new TableSize(64, 4)));
        Assert.Empty(sweep.ValuesWithoutEffectOn(new TableSize(65_536, 4)));
        Assert.Equal(5, sweep.TrainingCountOn(new TableSize(65_536, 4)));
    }

    [Fact]
    public void Sentences_HeldOutRows_AreNotTrainedOn()
    {
        SweepDefinition sweep = Sweep(""" "holdout": 0.5, "space": { "batchSize": [30, 60] } """);

        Assert.Equal(["batchSize 30 and 60 are the same: the 30 rows that are trained on are one batch."], sweep.ValuesWithoutEffectOn(new TableSize(60, 4)));
    }

    [Fact]
    public void Sentences_OptionsOfOtherLosses_SayWithWhich()
    {
        SweepDefinition sweep = Sweep(
            """ "space": { "loss": ["minimax", "wassersteinGp", "nonSaturating"], "gradientPenalty": [1, 10], "labelSmoothing": [0, 0.1] } """);

        Assert.Equal(
            [
                "labelSmoothing 0 and 0.1 are the same with loss wassersteinGp: wassersteinGp has no labels.",
                "gradientPenalty 1 and 10 are the same with loss minimax and loss nonSaturating: only wassersteinGp uses it.",
            ],
            sweep.ValuesWithoutEffectOn(new TableSize(1_000, 4)));
        Assert.Equal((12, 2 + 2 + 2), (sweep.RunCount, sweep.TrainingCountOn(new TableSize(1_000, 4))));
    }

    [Fact]
    public void Sentences_EpochsAndEvaluations_SayWhenAndWhy()
    {
        SweepDefinition sweep = Sweep(""" "config": { "batchSize": 10 }, "replicates": 2, "space": { "epochs": [1, 30], "evaluationInterval": [5, 30, 40], "patience": [0, 4, 5] } """);

        Assert.Equal(
            [
                "evaluationInterval 5, 30 and 40 are the same with epochs 1: only the last epoch is evaluated.",
                "evaluationInterval 30 and 40 are the same with epochs 30: only the last epoch is evaluated.",
                "patience 0, 4 and 5 are the same with epochs 1 and evaluationInterval 5, epochs 1 and evaluationInterval 30, epochs 1 and evaluationInterval 40, "
                    + "epochs 30 and evaluationInterval 30 and epochs 30 and evaluationInterval 40: there is one evaluation, the last epoch's.",
                "patience 0 and 5 are the same with epochs 30 and evaluationInterval 5: training cannot stop before the last of 6 evaluations.",
            ],
            sweep.ValuesWithoutEffectOn(new TableSize(100, 4)));
        Assert.Equal((36, 2 * (1 + 2 + 1)), (sweep.RunCount, sweep.TrainingCountOn(new TableSize(100, 4))));
    }

    [Fact]
    public void Sentences_StepsOfTheDiscriminatorAndFallingRates_AreBoundedToo()
    {
        SweepDefinition sweep = Sweep(
            """ "config": { "batchSize": 10, "epochs": 20, "evaluationInterval": 5 }, "space": { "discriminatorSteps": [1, 5, 6, 100], "learningRateDecay": [0, 0.05, 0.06] } """);

        Assert.Equal(
            [
                "discriminatorSteps 6 and 100 are the same: the generator is updated at the end of every epoch, which has 6 steps.",
                "learningRateDecay 0 and 0.05 are the same: it is no more than one epoch's share, and the first epoch of those that fall is whole.",
            ],
            sweep.ValuesWithoutEffectOn(new TableSize(60, 4)));
        Assert.Equal(3 * 2, sweep.TrainingCountOn(new TableSize(60, 4)));
    }

    [Fact]
    public void Sentences_WhereEveryValueDoesSomething_AreNone()
    {
        SampleSweep.Gen.Sample(
            sample =>
            {
                SweepDefinition sweep = TestModels.Parse(sample.Text);
                Assert.Equal(sweep.TrainingCountOn(new TableSize(50, 4)) < sweep.RunCount, sweep.ValuesWithoutEffectOn(new TableSize(50, 4)).Any());
            },
            iter: 300);
    }

    [Fact]
    public void Sentences_ManyValues_AreCut()
    {
        string values = string.Join(", ", Enumerable.Range(100, 500));

        string sentence = Assert.Single(Sweep($$""" "space": { "batchSize": [{{values}}] } """).ValuesWithoutEffectOn(new TableSize(60, 4)));

        Assert.Contains("100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111, … (500 in all) are the same", sentence, StringComparison.Ordinal);
    }

    private static SweepDefinition Sweep(string more)
    {
        return TestModels.Parse($$"""{ "name": "a", "dataset": "t.csv", {{more}} }""");
    }
}

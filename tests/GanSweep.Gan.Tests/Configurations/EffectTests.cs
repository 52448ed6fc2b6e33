using System.Globalization;
using System.Text.Json;
using CsCheck;
using GanSweep.Gan.Configurations;
using GanSweep.Gan.Tests.Training;
using GanSweep.Settings.Models;
using GanSweep.Training.Loop;
using GanSweep.Training.Tasks;
using GanSweep.Training.Testing;

namespace GanSweep.Gan.Tests.Configurations;

/// <summary>What <see cref="EffectRule"/>s say of values is so: runs are trained, and all that they find is compared to the bit.</summary>
public sealed class EffectTests
{
    private static readonly GanConfiguration Sample = TinyTask.Configuration with { BatchSize = 16, Epochs = 4, EvaluationInterval = 1 };

    // On 45 rows an epoch has three steps.
    private static readonly Dictionary<string, (GanConfiguration One, GanConfiguration Other)> Same = new()
    {
        ["batches of all rows"] = (Sample with { BatchSize = TinyTask.Rows }, Sample with { BatchSize = 65_536 }),
        ["only the last epoch is evaluated"] = (Sample with { EvaluationInterval = 4 }, Sample with { EvaluationInterval = 1_000 }),
        ["no evaluation is left to do without"] = (Sample with { Patience = 0 }, Sample with { Patience = 3 }),
        ["the generator learns once an epoch"] = (Sample with { DiscriminatorSteps = 3 }, Sample with { DiscriminatorSteps = 100 }),
        ["nothing falls"] = (Sample with { LearningRateDecay = 0 }, Sample with { LearningRateDecay = 0.25 }),
        ["a penalty of another loss"] = (Sample with { GradientPenalty = 1 }, Sample with { GradientPenalty = 1_000 }),
        ["a penalty of every other loss"] = (Wasserstein(Sample with { R1Penalty = 0 }), Wasserstein(Sample with { R1Penalty = 7 })),
        ["labels of every other loss"] = (Wasserstein(Sample with { LabelSmoothing = 0 }), Wasserstein(Sample with { LabelSmoothing = 0.2 })),
    };

    private static readonly Dictionary<string, (GanConfiguration One, GanConfiguration Other)> Different = new()
    {
        ["batches of all rows but one"] = (Sample with { BatchSize = TinyTask.Rows }, Sample with { BatchSize = TinyTask.Rows - 1 }),
        ["two evaluations"] = (Sample with { EvaluationInterval = 4 }, Sample with { EvaluationInterval = 3 }),
        ["an evaluation to do without"] = (Sample with { Patience = 0 }, Sample with { Patience = 2 }),
        ["the generator learns twice an epoch"] = (Sample with { DiscriminatorSteps = 3 }, Sample with { DiscriminatorSteps = 2 }),
        ["something falls"] = (Sample with { LearningRateDecay = 0 }, Sample with { LearningRateDecay = 0.2500001 }),
        ["a penalty"] = (Wasserstein(Sample with { GradientPenalty = 1 }), Wasserstein(Sample with { GradientPenalty = 10 })),
        ["a penalty on real rows"] = (Sample with { R1Penalty = 0 }, Sample with { R1Penalty = 7 }),
        ["labels"] = (Sample with { LabelSmoothing = 0 }, Sample with { LabelSmoothing = 0.2 }),
    };

    public static TheoryData<string> WhatIsTheSame => [.. Same.Keys];

    public static TheoryData<string> WhatDiffers => [.. Different.Keys];

    [Theory]
    [MemberData(nameof(WhatIsTheSame))]
    public void Train_ValuesThatDoTheSame_FindTheSame(string because)
    {
        (GanConfiguration one, GanConfiguration other) = Same[because];
        Assert.Equal(EffectiveOf(one), EffectiveOf(other));
        Assert.Equal(Found(Cells.Of(one)), Found(Cells.Of(other)));
        Assert.Equal(Found(Cells.Of(one)), Found(EffectiveOf(one)));
    }

    [Theory]
    [MemberData(nameof(WhatDiffers))]
    public void Train_ValuesBesideThem_AreRunsOfTheirOwn(string because)
    {
        (GanConfiguration one, GanConfiguration other) = Different[because];
        Assert.NotEqual(EffectiveOf(one), EffectiveOf(other));
    }

    [Fact]
    public void Train_WhatAnyConfigurationAmountsTo_FindsTheSame()
    {
        Gen<GanConfiguration> any =
            from loss in Gen.Enum<GanLoss>()
            from batch in Gen.OneOf(16, 44, 45, 46, 64, 100)
            from epochs in Gen.Int[1, 4]
            from interval in Gen.Int[1, 5]
            from patience in Gen.Int[0, 5]
            from steps in Gen.Int[1, 5]
            from decay in Gen.OneOf(0, 0.2, 0.25, 0.5, 1)
            from weight in Gen.OneOf(0.0, 10, 3)
            select Sample with
            {
                Loss = loss,
                BatchSize = batch,
                Epochs = epochs,
                EvaluationInterval = interval,
                Patience = patience,
                DiscriminatorSteps = steps,
                LearningRateDecay = decay,
                GradientPenalty = weight,
                R1Penalty = weight / 10,
                LabelSmoothing = weight / 100,
            };

        any.Sample(
            configuration =>
            {
                Configuration effective = EffectiveOf(configuration);
                Assert.Equal(effective, GanKeys.Model.EffectiveOf(effective, TinyTask.Size));
                Assert.Equal(Found(Cells.Of(configuration)), Found(effective));
            },
            iter: 60);
    }

    private static GanConfiguration Wasserstein(GanConfiguration configuration)
    {
        return configuration with { Loss = GanLoss.WassersteinGp };
    }

    private static Configuration EffectiveOf(GanConfiguration configuration)
    {
        return GanKeys.Model.EffectiveOf(Cells.Of(configuration), TinyTask.Size);
    }

    // Losses, history and scores hang on every weight of every epoch.
    private static string Found(Configuration configuration)
    {
        using Recorder recorder = new();
        TrainingTask task = TinyTask.Of(Sample) with { Configuration = configuration };
        var outcome = (TrainingOutcome.Completed)Trainer.Train(task, null, recorder, TimeProvider.System, CancellationToken.None);
        return JsonSerializer.Serialize(new
        {
            Losses = outcome.Result.Losses.Select(losses => losses.Values.ToArray()),
            Totals = outcome.Result.History.Select(point => (point.Epoch, point.Scores.Total).ToString()),
            outcome.Result.BestEpoch,
            Total = outcome.Result.Scores.Total.ToString("R", CultureInfo.InvariantCulture),
        });
    }
}

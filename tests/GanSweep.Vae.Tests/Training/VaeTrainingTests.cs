using GanSweep.Training.Tasks;
using GanSweep.Training.Testing;

namespace GanSweep.Vae.Tests.Training;

public sealed class VaeTrainingTests
{
    [Theory]
    [InlineData("fused")]
    [InlineData("torch")]
    public void Train_ATableOfNumbersAndWords_DescendsItsLossAndCarriesSomethingInTheLatentVector(string engine)
    {
        TrainingTask task = TinyTask.Of(
            $$"""{ "engine": "{{engine}}", "batchSize": 45, "epochs": 1000, "evaluationInterval": 1000, "layers": [32, 32], "klWeight": 0.5, "exactValues": true }""");
        using Recorder recorder = new();

        TrainingOutcome.Completed outcome = MixedTask.Complete(task, recorder);

        Assert.Equal(["reconstruction", "choices", "kl"], outcome.Result.Losses[0].Series.Select(series => series.Name));
        float[][] ends = [.. new[] { outcome.Result.Losses.Take(50), outcome.Result.Losses.TakeLast(50) }
            .Select(epochs => Enumerable.Range(0, 3).Select(loss => epochs.Average(epoch => epoch.Values[loss])).ToArray())];
        Assert.True(ends[1][0] < ends[0][0] - 1, $"The reconstruction goes from {ends[0][0]} to {ends[1][0]}.");
        Assert.True(ends[1][1] < 0.8 * ends[0][1], $"The choices' part goes from {ends[0][1]} to {ends[1][1]}.");
        Assert.True(ends[1][2] > 1, $"The divergence is {ends[1][2]}.");
    }

    [Fact]
    public void Train_WithDecay_LeavesTheFirstEpochAsItIsAndChangesTheNext()
    {
        const string Common = """ "batchSize": 16, "epochs": 4, "layers": [8], "exactValues": true }""";
        using Recorder constant = new();
        using Recorder falling = new();

        MixedTask.Complete(TinyTask.Of("""{ "learningRateDecay": 0,""" + Common), constant);
        MixedTask.Complete(TinyTask.Of("""{ "learningRateDecay": 1,""" + Common), falling);

        Assert.Equal(constant.Losses[0], falling.Losses[0]);
        Assert.NotEqual(constant.Losses[2], falling.Losses[2]);
    }

    [Fact]
    public void Train_WithWarmUp_WeighsTheDivergenceLessAtFirst()
    {
        const string Common = """ "batchSize": 45, "epochs": 60, "evaluationInterval": 60, "layers": [16], "klWeight": 4, "exactValues": true }""";
        using Recorder constant = new();
        using Recorder rising = new();

        MixedTask.Complete(TinyTask.Of("""{ "klWarmUp": 0,""" + Common), constant);
        MixedTask.Complete(TinyTask.Of("""{ "klWarmUp": 1,""" + Common), rising);

        // The first losses are those before the first update.
        Assert.Equal(constant.Losses[0], rising.Losses[0]);
        Assert.True(rising.Losses[30][2] > constant.Losses[30][2]);
    }
}

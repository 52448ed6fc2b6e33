using GanSweep.Training.Tasks;
using GanSweep.Training.Testing;

namespace GanSweep.Flow.Tests.Training;

public sealed class FlowTrainingTests
{
    [Theory]
    [InlineData("fused")]
    [InlineData("torch")]
    public void Train_ATableOfNumbersAndWords_DescendsBothLosses(string engine)
    {
        TrainingTask task = TinyTask.Of($$"""{ "engine": "{{engine}}", "batchSize": 45, "epochs": 1000, "evaluationInterval": 1000, "layers": [32, 32], "solverSteps": 10, "exactValues": true }""");
        using Recorder recorder = new();

        TrainingOutcome.Completed outcome = MixedTask.Complete(task, recorder);

        Assert.Equal(["velocity", "choices"], outcome.Result.Losses[0].Series.Select(series => series.Name));
        float[][] ends = [.. new[] { outcome.Result.Losses.Take(50), outcome.Result.Losses.TakeLast(50) }
            .Select(epochs => Enumerable.Range(0, 2).Select(loss => epochs.Average(epoch => epoch.Values[loss])).ToArray())];
        Assert.True(ends[1][0] < 0.8 * ends[0][0], $"The velocity's loss goes from {ends[0][0]} to {ends[1][0]}.");
        Assert.True(ends[1][1] < 0.8 * ends[0][1], $"The choices' loss goes from {ends[0][1]} to {ends[1][1]}.");
    }

    [Fact]
    public void Train_WithDecay_LeavesTheFirstEpochAsItIsAndChangesTheNext()
    {
        const string Common = """ "batchSize": 16, "epochs": 4, "layers": [8], "solverSteps": 10, "exactValues": true }""";
        using Recorder constant = new();
        using Recorder falling = new();

        MixedTask.Complete(TinyTask.Of("""{ "learningRateDecay": 0,""" + Common), constant);
        MixedTask.Complete(TinyTask.Of("""{ "learningRateDecay": 1,""" + Common), falling);

        Assert.Equal(constant.Losses[0], falling.Losses[0]);
        Assert.NotEqual(constant.Losses[2], falling.Losses[2]);
    }
}

using System.Buffers.Binary;
using CsCheck;
using GanSweep.Evaluation.Scoring;
using GanSweep.Gan.Configurations;
using GanSweep.Gan.Engines;
using GanSweep.Gan.Families;
using GanSweep.Gan.Tests.Training;
using GanSweep.Training.Checkpoints;
using GanSweep.Training.Losses;
using GanSweep.Training.Progress;
using GanSweep.Training.Tasks;

namespace GanSweep.Gan.Tests.Checkpoints;

public sealed class TrainingCheckpointTests : IDisposable
{
    private static readonly GanConfiguration Configuration = new() { LatentDim = 2, GeneratorLayers = [3], DiscriminatorLayers = [4] };

    private readonly TrainingTask _task = TinyTask.Of(Configuration, seed: 1);
    private readonly GanState _state;
    private readonly GanState _other;
    private readonly GanRun _run;
    private readonly GanRun _otherRun;

    public TrainingCheckpointTests()
    {
        (_run, _state) = Start(_task);
        (_otherRun, _other) = Start(TinyTask.Of(Configuration, seed: 2));
    }

    public void Dispose()
    {
        _run.Dispose();
        _otherRun.Dispose();
    }

    [Fact]
    public void Read_OfWhatWasWritten_PutsEverythingBack()
    {
        TrainingProgress progress = SomeProgress();
        _state.GeneratorOptimizer.Updates = 17;
        _state.DiscriminatorOptimizer.Updates = 34;
        _state.GeneratorOptimizer.FirstMoment.Fill(0.25f);
        _state.GeneratorOptimizer.SecondMoment.Fill(float.Epsilon);
        _state.DiscriminatorOptimizer.FirstMoment.Fill(-0f);
        _state.DiscriminatorOptimizer.SecondMoment.Fill(1e-38f);
        _state.GeneratorAverage.Values.Fill(0.1f);

        TrainingProgress read = TrainingCheckpoint.Read(TrainingCheckpoint.Write(_task, progress, 12.5, _run), _task, _otherRun);

        Assert.Equal((2, 7, 12.5), (read.Epoch, read.Row, read.EarlierSeconds));
        AssertSame(progress.Sums, read.Sums);
        Assert.Equal(progress.Losses.ToArray(), read.Losses.ToArray());
        Assert.Equal(progress.History, read.History);
        Assert.Equal((progress.Best, progress.EvaluationsWithoutBetter), (read.Best, read.EvaluationsWithoutBetter));
        Assert.Equal(progress.BestWeights, read.BestWeights);
        Assert.Equal(_state.Generator.Values, _other.Generator.Values);
        Assert.Equal(_state.GeneratorAverage.Values, _other.GeneratorAverage.Values);
        Assert.Equal(_state.Discriminator.Values, _other.Discriminator.Values);
        Assert.Equal((17L, 34L), (_other.GeneratorOptimizer.Updates, _other.DiscriminatorOptimizer.Updates));
        Assert.Equal(_state.GeneratorOptimizer.FirstMoment, _other.GeneratorOptimizer.FirstMoment);
        Assert.Equal(_state.GeneratorOptimizer.SecondMoment, _other.GeneratorOptimizer.SecondMoment);
        Assert.Equal(_state.DiscriminatorOptimizer.FirstMoment, _other.DiscriminatorOptimizer.FirstMoment);
        Assert.Equal(_state.DiscriminatorOptimizer.SecondMoment, _other.DiscriminatorOptimizer.SecondMoment);
    }

    [Fact]
    public void Read_OfSumsThatAreNotNumbers_KeepsThem()
    {
        TrainingProgress progress = new(4) { Row = 1, Sums = new EpochLossSums([double.NaN, double.PositiveInfinity, 0, 0], [1, 1, 1, 1]) };

        TrainingProgress read = TrainingCheckpoint.Read(TrainingCheckpoint.Write(_task, progress, 0, _run), _task, _otherRun);

        AssertSame(progress.Sums, read.Sums);
    }

    [Fact]
    public void Read_OfAnotherRunsCheckpoint_NamesBothRuns()
    {
        byte[] checkpoint = TrainingCheckpoint.Write(_task, SomeProgress(), 0, _run);

        ForeignCheckpointException exception = Assert.Throws<ForeignCheckpointException>(() => TrainingCheckpoint.Read(checkpoint, _task with { RunKey = "4567" }, _otherRun));

        Assert.Equal(("4567", _task.RunKey), (exception.ExpectedRunKey, exception.ActualRunKey));
        Assert.Equal(
            $"The training checkpoint belongs to run {_task.RunKey}; run 4567 cannot go on from it. Give it its own checkpoint, or none.",
            exception.Message);
    }

    [Fact]
    public void Read_WithAnyByteChanged_IsRefused()
    {
        byte[] checkpoint = TrainingCheckpoint.Write(_task, SomeProgress(), 0, _run);

        Gen.Select(Gen.Int[0, checkpoint.Length - 1], Gen.Byte[1, 255]).Sample(
            (at, flipped) =>
            {
                byte[] damaged = [.. checkpoint];
                damaged[at] ^= flipped;
                float[] before = _other.Generator.Values.ToArray();
                Assert.Throws<DamagedCheckpointException>(() => TrainingCheckpoint.Read(damaged, _task, _otherRun));
                Assert.Equal(before, _other.Generator.Values);
            },
            threads: 1);
    }

    [Fact]
    public void Read_OfAnyPart_IsRefused()
    {
        byte[] checkpoint = TrainingCheckpoint.Write(_task, SomeProgress(), 0, _run);

        Gen.Int[0, checkpoint.Length - 1].Sample(
            length => Assert.Throws<DamagedCheckpointException>(() => TrainingCheckpoint.Read(checkpoint.AsMemory(0, length), _task, _otherRun)) is not null,
            threads: 1);
    }

    [Fact]
    public void Read_OfANewerVersion_SaysSo()
    {
        byte[] checkpoint = TrainingCheckpoint.Write(_task, SomeProgress(), 0, _run);
        BinaryPrimitives.WriteInt32LittleEndian(checkpoint.AsSpan(8), 3);

        DamagedCheckpointException exception = Assert.Throws<DamagedCheckpointException>(() => TrainingCheckpoint.Read(checkpoint, _task, _otherRun));

        Assert.Contains("it has version 3, and this program reads versions 1 to 2", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OfOtherNetworks_SaysWhichTensorDoesNotFit()
    {
        using GanRun wider = TinyTask.Start(TinyTask.Of(Configuration with { DiscriminatorLayers = [5] }));
        byte[] checkpoint = TrainingCheckpoint.Write(_task, SomeProgress(), 0, _run);

        DamagedCheckpointException exception = Assert.Throws<DamagedCheckpointException>(() => TrainingCheckpoint.Read(checkpoint, _task, wider));

        Assert.Contains("its tensor \"discriminator\" has 17 numbers and the run needs 21", exception.Message, StringComparison.Ordinal);
    }

    private static (GanRun Run, GanState State) Start(TrainingTask task)
    {
        IGanEngine engine = GanEngine.Create(Configuration, task.Seed, new float[2], columns: 2);
        return (new GanRun(Configuration, engine), engine.State);
    }

    private static void AssertSame(EpochLossSums expected, EpochLossSums actual)
    {
        Assert.Equal(expected.Losses, actual.Losses);
        Assert.Equal(expected.Rows, actual.Rows);
    }

    private TrainingProgress SomeProgress()
    {
        TrainingProgress progress = new(4);
        progress.Sums = new EpochLossSums([3, 2, 1, 0.5], [1, 1, 1, 1]);
        progress.CompleteEpoch();
        progress.Add(new ScoredEpoch(1, new Scores { [Score.MeanGap] = 1.0 / 3, [Score.JsAdversarial] = 0.1, [Score.Total] = 2 }), _state.Generator.Values);
        progress.Sums = new EpochLossSums([1e-300, -5, 1, 0.1], [3, 3, 3, 3]);
        progress.CompleteEpoch();
        progress.Add(new ScoredEpoch(2, new Scores { [Score.MeanGap] = 5e-324, [Score.Total] = 2 }), _state.GeneratorAverage.Values);
        progress.Row = 7;
        progress.Sums = new EpochLossSums([0.1, 0.2, 0.3, 0.4], [7, 7, 7, 7]);
        return progress;
    }
}

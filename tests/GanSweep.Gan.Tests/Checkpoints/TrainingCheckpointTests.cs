using System.Buffers.Binary;
using CsCheck;
using GanSweep.Contracts.Runs;
using GanSweep.Evaluation.Scoring;
using GanSweep.Gan.Checkpoints;
using GanSweep.Gan.Configurations;
using GanSweep.Gan.Engines;
using GanSweep.Gan.Training;

namespace GanSweep.Gan.Tests.Checkpoints;

public sealed class TrainingCheckpointTests : IDisposable
{
    private const string RunKey = "0123";

    private static readonly GanConfiguration Configuration = new() { LatentDim = 2, GeneratorLayers = [3], DiscriminatorLayers = [4] };

    private readonly GanState _state = new(Configuration, seed: 1, columns: 2);
    private readonly GanState _other = new(Configuration, seed: 2, columns: 2);

    public void Dispose()
    {
        _state.Dispose();
        _other.Dispose();
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

        TrainingProgress read = TrainingCheckpoint.Read(TrainingCheckpoint.Write(RunKey, progress, 12.5, _state), RunKey, _other);

        Assert.Equal((2, 7, progress.Sum, 12.5), (read.Epoch, read.Row, read.Sum, read.EarlierSeconds));
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
        TrainingProgress progress = new() { Row = 1, Sum = new EpochLossSum(double.NaN, double.PositiveInfinity, 0, 1, 0, 1) };

        TrainingProgress read = TrainingCheckpoint.Read(TrainingCheckpoint.Write(RunKey, progress, 0, _state), RunKey, _other);

        Assert.Equal(progress.Sum, read.Sum);
    }

    [Fact]
    public void Read_OfAnotherRunsCheckpoint_NamesBothRuns()
    {
        byte[] checkpoint = TrainingCheckpoint.Write(RunKey, SomeProgress(), 0, _state);

        ForeignCheckpointException exception = Assert.Throws<ForeignCheckpointException>(() => TrainingCheckpoint.Read(checkpoint, "4567", _other));

        Assert.Equal(("4567", RunKey), (exception.ExpectedRunKey, exception.ActualRunKey));
        Assert.Equal(
            "The training checkpoint belongs to run 0123; run 4567 cannot go on from it. Give it its own checkpoint, or none.",
            exception.Message);
    }

    [Fact]
    public void Read_WithAnyByteChanged_IsRefused()
    {
        byte[] checkpoint = TrainingCheckpoint.Write(RunKey, SomeProgress(), 0, _state);

        Gen.Select(Gen.Int[0, checkpoint.Length - 1], Gen.Byte[1, 255]).Sample(
            (at, flipped) =>
            {
                byte[] damaged = [.. checkpoint];
                damaged[at] ^= flipped;
                float[] before = _other.Generator.Values.ToArray();
                Assert.Throws<DamagedCheckpointException>(() => TrainingCheckpoint.Read(damaged, RunKey, _other));
                Assert.Equal(before, _other.Generator.Values);
            },
            threads: 1);
    }

    [Fact]
    public void Read_OfAnyPart_IsRefused()
    {
        byte[] checkpoint = TrainingCheckpoint.Write(RunKey, SomeProgress(), 0, _state);

        Gen.Int[0, checkpoint.Length - 1].Sample(
            length => Assert.Throws<DamagedCheckpointException>(() => TrainingCheckpoint.Read(checkpoint.AsMemory(0, length), RunKey, _other)) is not null,
            threads: 1);
    }

    [Fact]
    public void Read_OfANewerVersion_SaysSo()
    {
        byte[] checkpoint = TrainingCheckpoint.Write(RunKey, SomeProgress(), 0, _state);
        BinaryPrimitives.WriteInt32LittleEndian(checkpoint.AsSpan(8), 2);

        DamagedCheckpointException exception = Assert.Throws<DamagedCheckpointException>(() => TrainingCheckpoint.Read(checkpoint, RunKey, _other));

        Assert.Contains("it has version 2, and this program reads version 1", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OfOtherNetworks_SaysWhichTensorDoesNotFit()
    {
        using GanState wider = new(Configuration with { DiscriminatorLayers = [5] }, seed: 1, columns: 2);
        byte[] checkpoint = TrainingCheckpoint.Write(RunKey, SomeProgress(), 0, _state);

        DamagedCheckpointException exception = Assert.Throws<DamagedCheckpointException>(() => TrainingCheckpoint.Read(checkpoint, RunKey, wider));

        Assert.Contains("its tensor \"discriminator\" has 17 numbers and the run needs 21", exception.Message, StringComparison.Ordinal);
    }

    private TrainingProgress SomeProgress()
    {
        TrainingProgress progress = new();
        progress.Sum = new EpochLossSum(3, 2, 1, 1, 0.5, 1);
        progress.CompleteEpoch();
        progress.Add(new ScoredEpoch(1, new Scores { [Score.MeanGap] = 1.0 / 3, [Score.JsAdversarial] = 0.1, [Score.Total] = 2 }), _state.Generator.Values);
        progress.Sum = new EpochLossSum(1e-300, -5, 1, 3, 0.1, 3);
        progress.CompleteEpoch();
        progress.Add(new ScoredEpoch(2, new Scores { [Score.MeanGap] = 5e-324, [Score.Total] = 2 }), _state.GeneratorAverage.Values);
        progress.Row = 7;
        progress.Sum = new EpochLossSum(0.1, 0.2, 0.3, 7, 0.4, 7);
        return progress;
    }
}

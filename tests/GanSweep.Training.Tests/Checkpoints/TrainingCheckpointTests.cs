using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using CsCheck;
using GanSweep.Evaluation.Scoring;
using GanSweep.Settings.Models;
using GanSweep.Training.Checkpoints;
using GanSweep.Training.Families;
using GanSweep.Training.Losses;
using GanSweep.Training.Progress;
using GanSweep.Training.Safetensors;
using GanSweep.Training.Tasks;
using GanSweep.Training.Tests.Families;

namespace GanSweep.Training.Tests.Checkpoints;

public sealed class TrainingCheckpointTests : IDisposable
{
    private readonly TrainingTask _task = TinyTask.Of();
    private readonly NormalRun _run;
    private readonly NormalRun _other;

    public TrainingCheckpointTests()
    {
        _run = TinyTask.Start(_task);
        _other = TinyTask.Start(TinyTask.Of(seed: 9));
    }

    public void Dispose()
    {
        _run.Dispose();
        _other.Dispose();
    }

    [Fact]
    public void Read_OfWhatWasWritten_PutsEverythingBack()
    {
        TrainingProgress progress = SomeProgress();
        _run.Counters = [17, 34];
        _run.Part("momentum").Fill(float.Epsilon);
        _run.Part("trained").Fill(-0f);
        _run.Part("average").Fill(0.1f);

        TrainingProgress read = TrainingCheckpoint.Read(TrainingCheckpoint.Write(_task, progress, 12.5, _run), _task, _other, batches: 100);

        Assert.Equal((2, 7, 12.5), (read.Epoch, read.Step, read.EarlierSeconds));
        AssertSame(progress.Sums, read.Sums);
        Assert.Equal(progress.Losses.ToArray(), read.Losses.ToArray());
        Assert.Equal(progress.History, read.History);
        Assert.Equal((progress.Best, progress.EvaluationsWithoutBetter), (read.Best, read.EvaluationsWithoutBetter));
        Assert.Equal(progress.BestWeights, read.BestWeights);
        Assert.Equal([17, 34], _other.Counters);
        foreach (string part in _run.Parts)
        {
            Assert.Equal(Bits(_run.Part(part)), Bits(_other.Part(part)));
        }
    }

    [Fact]
    public void Read_OfABeginning_HasNoBestYet()
    {
        TrainingProgress read = TrainingCheckpoint.Read(TrainingCheckpoint.Write(_task, new TrainingProgress(2), 0, _run), _task, _other, batches: 100);

        Assert.Equal((0, 0, null, 0, 0), (read.Epoch, read.Step, read.Best, read.EvaluationsWithoutBetter, read.BestWeights.Length));
        Assert.Equal((0, 0), (read.Losses.Count, read.History.Count));
    }

    [Fact]
    public void Read_OfSumsThatAreNotNumbers_KeepsThem()
    {
        TrainingProgress progress = new(2) { Step = 1, Sums = new EpochLossSums([double.NaN, double.PositiveInfinity], [1, 1]) };

        TrainingProgress read = TrainingCheckpoint.Read(TrainingCheckpoint.Write(_task, progress, 0, _run), _task, _other, batches: 100);

        AssertSame(progress.Sums, read.Sums);
    }

    [Fact]
    public void Read_OfAnotherRunsCheckpoint_NamesBothRuns()
    {
        byte[] checkpoint = Write();

        ForeignCheckpointException exception = Assert.Throws<ForeignCheckpointException>(() => TrainingCheckpoint.Read(checkpoint, _task with { RunKey = "4567" }, _other, batches: 100));

        Assert.Equal(("4567", _task.RunKey), (exception.ExpectedRunKey, exception.ActualRunKey));
        Assert.Equal(
            $"The training checkpoint belongs to run {_task.RunKey}; run 4567 cannot go on from it. Give it its own checkpoint, or none.",
            exception.Message);
    }

    [Fact]
    public void Read_WithAnyByteChanged_IsRefused()
    {
        byte[] checkpoint = Write();

        Gen.Select(Gen.Int[0, checkpoint.Length - 1], Gen.Byte[1, 255]).Sample(
            (at, flipped) =>
            {
                byte[] damaged = [.. checkpoint];
                damaged[at] ^= flipped;
                float[] before = _other.Weights.ToArray();
                Assert.Throws<DamagedCheckpointException>(() => TrainingCheckpoint.Read(damaged, _task, _other, batches: 100));
                Assert.Equal(before, _other.Weights.ToArray());
            },
            threads: 1);
    }

    [Fact]
    public void Read_OfAnyPart_IsRefused()
    {
        byte[] checkpoint = Write();

        Gen.Int[0, checkpoint.Length - 1].Sample(
            length => Assert.Throws<DamagedCheckpointException>(() => TrainingCheckpoint.Read(checkpoint.AsMemory(0, length), _task, _other, batches: 100)) is not null,
            threads: 1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Read_OfAnotherVersion_SaysWhichAreRead(int version)
    {
        byte[] checkpoint = Write();
        BinaryPrimitives.WriteInt32LittleEndian(checkpoint.AsSpan(8), version);

        Assert.Contains($"it has version {version}, and this program reads versions 1 to 2", Refused(checkpoint), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OfSomethingElse_SaysWhatIsWrong()
    {
        byte[] checkpoint = Write();

        Assert.Contains("its 52 bytes do not begin as a checkpoint does", Refused([.. "GANSWEPT"u8, .. new byte[44]]), StringComparison.Ordinal);
        Assert.Contains("its 51 bytes do not begin", Refused([.. "GANSWEEP"u8, .. new byte[43]]), StringComparison.Ordinal);
        Assert.Contains(
            $"it has {checkpoint.Length + 1} bytes where its parts of ", Refused([.. checkpoint, 0]), StringComparison.Ordinal);
        checkpoint[^1] ^= 1;
        Assert.Contains("its SHA-256 does not match its content", Refused(checkpoint), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OfLengthsBelowZero_IsRefused()
    {
        byte[] checkpoint = Write();
        int header = BinaryPrimitives.ReadInt32LittleEndian(checkpoint.AsSpan(12));
        int tensors = BinaryPrimitives.ReadInt32LittleEndian(checkpoint.AsSpan(16));
        BinaryPrimitives.WriteInt32LittleEndian(checkpoint.AsSpan(12), -1);
        BinaryPrimitives.WriteInt32LittleEndian(checkpoint.AsSpan(16), header + tensors + 1);

        Assert.Contains("where its parts of -1", Refused(checkpoint), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OfHeadersThatAreNone_IsRefused()
    {
        Assert.Contains("The header is null", Refused(CheckpointEnvelope.Seal("null"u8, SafetensorsFile.Write([]))), StringComparison.Ordinal);
        Assert.Contains("JSON", Refused(CheckpointEnvelope.Seal("{"u8, SafetensorsFile.Write([]))), StringComparison.Ordinal);
        Assert.Contains("begins with 8", Refused(CheckpointEnvelope.Seal(Header(), [])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"Model\":\"normal\"", "\"Model\":\"gan\"")]
    [InlineData("\"LossSums\":[1,2]", "\"LossSums\":[1,2,3]")]
    [InlineData("\"LossRows\":[3,4]", "\"LossRows\":[3]")]
    [InlineData("\"Counters\":[5,6]", "\"Counters\":[]")]
    public void Read_OfAnotherModelsHeader_SaysSo(string part, string other)
    {
        string header = Encoding.UTF8.GetString(Header());
        Assert.Contains(part, header, StringComparison.Ordinal);

        string refusal = Refused(CheckpointEnvelope.Seal(Encoding.UTF8.GetBytes(header.Replace(part, other, StringComparison.Ordinal)), Tensors()));

        Assert.Contains("is not that of the run, normal, or has other losses and counters", refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"Epoch\":1,\"Row\"", "\"Epoch\":-1,\"Row\"")]
    [InlineData("\"Row\":0", "\"Row\":-16")]
    [InlineData("\"Row\":0", "\"Row\":1600")]
    [InlineData("\"LossRows\":[3,4]", "\"LossRows\":[-3,4]")]
    [InlineData("\"Counters\":[5,6]", "\"Counters\":[5,-6]")]
    [InlineData("\"Seconds\":1", "\"Seconds\":-1")]
    [InlineData("\"Seconds\":1", "\"Seconds\":\"NaN\"")]
    [InlineData("\"Scores\":{\"total\":1}", "\"Points\":1")]
    [InlineData("{\"Epoch\":1,\"Scores\":{\"total\":1}}", "null")]
    [InlineData("{\"Epoch\":1,\"Scores\":{\"total\":1}}", "{\"Epoch\":2,\"Scores\":{}}")]
    [InlineData("{\"Epoch\":1,\"Scores\":{\"total\":1}}", "{\"Epoch\":1,\"Scores\":{}},{\"Epoch\":1,\"Scores\":{}}")]
    public void Read_OfAHeaderThatNoRunComesTo_IsRefused(string part, string other)
    {
        string header = Encoding.UTF8.GetString(Header());
        Assert.Contains(part, header, StringComparison.Ordinal);

        string refusal = Refused(CheckpointEnvelope.Seal(
            Encoding.UTF8.GetBytes(header.Replace(part, other, StringComparison.Ordinal)), Tensors(("trained", 4), ("momentum", 4), ("average", 4), ("losses", 2), ("best", 4))));

        Assert.Contains("it says what no run comes to", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OfTensorsThatDoNotFit_SaysWhich()
    {
        Assert.Contains("its tensor \"trained\" has 5 numbers and the run needs 4", Refused(Sealed(("trained", 5), ("momentum", 4), ("average", 4), ("losses", 2), ("best", 4))), StringComparison.Ordinal);
        Assert.Contains("its tensor \"momentum\" has 0 numbers and the run needs 4", Refused(Sealed(("trained", 4), ("average", 4), ("losses", 2), ("best", 4))), StringComparison.Ordinal);
        Assert.Contains("its tensor \"losses\" has 4 numbers and the run needs 2", Refused(Sealed(("trained", 4), ("momentum", 4), ("average", 4), ("losses", 4), ("best", 4))), StringComparison.Ordinal);
        Assert.Contains("its tensor \"best\" has 0 numbers and the run needs 4", Refused(Sealed(("trained", 4), ("momentum", 4), ("average", 4), ("losses", 2), ("best", 0))), StringComparison.Ordinal);
        Assert.NotNull(TrainingCheckpoint.Read(Sealed(("trained", 4), ("momentum", 4), ("average", 4), ("losses", 2), ("best", 4)), _task, _other, batches: 100));
    }

    [Fact]
    public void Read_OfACheckpointThatDoesNotFit_LeavesTheModelAsItIs()
    {
        float[] before = _other.Part("trained").ToArray();

        Refused(Sealed(("trained", 4), ("momentum", 4), ("average", 4), ("losses", 2), ("best", 0)));

        Assert.Equal(before, _other.Part("trained").ToArray());
    }

    // The first version knew the GAN alone, with losses and counters of its own names.
    [Fact]
    public void Read_OfTheFirstVersion_IsThatOfAGan()
    {
        FirstCheckpointHeader first = new()
        {
            RunKey = "key",
            Epoch = 3,
            Row = 4,
            Sum = new FirstLossSums(Discriminator: 1, Real: 2, Fake: 3, Rows: 5, Generator: 4, GeneratorRows: 6),
            History = [new ScoredEpoch(1, new Scores())],
            GeneratorUpdates = 7,
            DiscriminatorUpdates = 8,
            Seconds = 9,
        };

        CheckpointHeader header = first.ToCurrent();

        Assert.Equal(("key", "gan", 3, 4, 9.0), (header.RunKey, header.Model, header.Epoch, header.Row, header.Seconds));
        Assert.Equal([1, 2, 3, 4], header.LossSums);
        Assert.Equal([5, 5, 5, 6], header.LossRows);
        Assert.Equal([7, 8], header.Counters);
        Assert.Equal(first.History, header.History);
    }

    private static int[] Bits(ReadOnlySpan<float> values)
    {
        return [.. values.ToArray().Select(BitConverter.SingleToInt32Bits)];
    }

    private static void AssertSame(EpochLossSums expected, EpochLossSums actual)
    {
        Assert.Equal(expected.Losses, actual.Losses);
        Assert.Equal(expected.Rows, actual.Rows);
    }

    private byte[] Write()
    {
        return TrainingCheckpoint.Write(_task, SomeProgress(), 0, _run);
    }

    private string Refused(byte[] checkpoint)
    {
        string message = Assert.Throws<DamagedCheckpointException>(() => TrainingCheckpoint.Read(checkpoint, _task, _other, batches: 100)).Message;
        Assert.StartsWith("The training checkpoint", message, StringComparison.Ordinal);
        return message;
    }

    private byte[] Header()
    {
        return Encoding.UTF8.GetBytes($$$"""
            {"RunKey":"{{{_task.RunKey}}}","Model":"normal","Epoch":1,"Row":0,"LossSums":[1,2],"LossRows":[3,4],"History":[{"Epoch":1,"Scores":{"total":1}}],"Counters":[5,6],"Seconds":1}
            """);
    }

    private static byte[] Tensors(params (string Name, int Count)[] tensors)
    {
        return SafetensorsFile.Write([.. tensors.Select(tensor => new NamedTensor(tensor.Name, [tensor.Count], new float[tensor.Count]))]);
    }

    private byte[] Sealed(params (string Name, int Count)[] tensors)
    {
        return CheckpointEnvelope.Seal(Header(), Tensors(tensors));
    }

    private TrainingProgress SomeProgress()
    {
        TrainingProgress progress = new(2) { Sums = new EpochLossSums([3, 2], [1, 1]) };
        progress.CompleteEpoch();
        progress.Add(new ScoredEpoch(1, new Scores { [Score.MeanGap] = 1.0 / 3, [Score.JsAdversarial] = 0.1, [Score.Total] = 2 }), _run.Part("trained"));
        progress.Sums = new EpochLossSums([1e-300, -5], [3, 3]);
        progress.CompleteEpoch();
        progress.Add(new ScoredEpoch(2, new Scores { [Score.MeanGap] = 5e-324, [Score.Total] = 2 }), _run.Part("average"));
        progress.Step = 7;
        progress.Sums = new EpochLossSums([0.1, 0.2], [7, 7]);
        return progress;
    }
}

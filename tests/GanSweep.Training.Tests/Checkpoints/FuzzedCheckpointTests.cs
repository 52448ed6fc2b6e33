using System.Text;
using GanSweep.Fuzzing;
using GanSweep.Training.Checkpoints;
using GanSweep.Training.Loop;
using GanSweep.Training.Losses;
using GanSweep.Training.Progress;
using GanSweep.Training.Tasks;
using GanSweep.Training.Testing;
using GanSweep.Training.Tests.Families;
using Microsoft.Extensions.Time.Testing;

namespace GanSweep.Training.Tests.Checkpoints;

/// <summary>Checkpoints changed at random, and sealed again as if they had been written so: refused by the two exceptions, or gone on from.</summary>
public sealed class FuzzedCheckpointTests
{
    private const long MostAllocated = 64 << 20;

    private static readonly byte[][] Words =
    [
        .. ((string[])
        [
            "\"", "{", "}", "[", "]", ",", ":", "null", "\"NaN\"", "\"Infinity\"", "1e999", "-1", "2147483648", "\"Epoch\":", "\"Row\":", "\"History\":", "\"Counters\":[]", "\"F32\"", "\"I64\"",
            "\"data_offsets\":[0,8]", "\"shape\":[-1]", "__metadata__",
        ]).Select(Encoding.UTF8.GetBytes),
    ];

    private readonly TrainingTask _task = TinyTask.Of();

    [Fact]
    public async Task Read_BytesChangedAtRandom_IsRefused()
    {
        int taken = await Fuzz.PlayAsync(new Mutator([Valid()], Words).Of, cases: 500, MostAllocated, IsRead);

        // What it is sealed with does not match.
        Assert.Equal(0, taken);
    }

    [Fact]
    public async Task Read_HeaderChangedAtRandom_IsRefusedOrGoneOnFrom()
    {
        (_, ReadOnlyMemory<byte> header, ReadOnlyMemory<byte> tensors) = CheckpointEnvelope.Open(Valid());
        int taken = await Fuzz.PlayAsync(new Mutator([header.ToArray()], Words).Of, cases: 500, MostAllocated, changed => IsRead(CheckpointEnvelope.Seal(changed, tensors.Span)));

        Assert.NotEqual(0, taken);
    }

    [Fact]
    public async Task Read_TensorsChangedAtRandom_IsRefusedOrGoneOnFrom()
    {
        (_, ReadOnlyMemory<byte> header, ReadOnlyMemory<byte> tensors) = CheckpointEnvelope.Open(Valid());
        int taken = await Fuzz.PlayAsync(new Mutator([tensors.ToArray()], Words).Of, cases: 500, MostAllocated, changed => IsRead(CheckpointEnvelope.Seal(header.Span, changed)));

        Assert.NotEqual(0, taken);
    }

    private byte[] Valid()
    {
        // Its clock stands still, so that a seed makes the same input again.
        using Recorder always = new(checkpointDue: _ => true);
        Trainer.Train(_task, checkpoint: null, always, new FakeTimeProvider(), CancellationToken.None);
        return always.Checkpoints[^2].Checkpoint;
    }

    private bool IsRead(byte[] checkpoint)
    {
        try
        {
            Assert.IsType<TrainingOutcome.Completed>(Trainer.Train(_task, checkpoint, Nobody.Instance, TimeProvider.System, CancellationToken.None));
            return true;
        }
        catch (DivergedException)
        {
            // Weights that are no numbers can be what was written: the step before has diverged.
            return true;
        }
        catch (Exception refusal) when (refusal is DamagedCheckpointException or ForeignCheckpointException)
        {
            return false;
        }
    }

    private sealed class Nobody : ITrainingObserver
    {
        public static readonly Nobody Instance = new();

        public void EpochCompleted(int epoch, EpochLosses losses)
        {
        }

        public void Evaluated(ScoredEpoch point, bool best)
        {
        }

        public bool CheckpointDue()
        {
            return false;
        }

        public void Checkpoint(int epoch, byte[] checkpoint)
        {
        }
    }
}

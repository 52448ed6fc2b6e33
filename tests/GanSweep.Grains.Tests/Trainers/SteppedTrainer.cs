using System.Threading.Channels;
using GanSweep.Contracts.Runs;
using GanSweep.Grains.Trainers;
using GanSweep.Tables;
using GanSweep.Training.Tasks;

namespace GanSweep.Grains.Tests.Trainers;

/// <summary>A trainer whose runs do an epoch each time the test says so, whichever comes first; all of them once they are let go.</summary>
internal sealed class SteppedTrainer : IRunTrainer, IDisposable
{
    public const int Epochs = 10;

    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _steps = new(0);
    private readonly Channel<bool> _started = Channel.CreateUnbounded<bool>();
    private readonly Channel<bool> _stepped = Channel.CreateUnbounded<bool>();
    private readonly Channel<bool> _stopped = Channel.CreateUnbounded<bool>();
    private Exception? _failure;
    private int _atOnce;

    /// <summary>The most runs that were trained at the same time.</summary>
    public int MostAtOnce { get; private set; }

    /// <summary>The epoch that the last run went on from.</summary>
    public int WentOnFrom { get; private set; }

    /// <summary>Bytes added to every checkpoint.</summary>
    public int CheckpointPadding { get; set; }

    public static byte[] CheckpointOf(int epoch)
    {
        return BitConverter.GetBytes(epoch);
    }

    public TrainingOutcome Train(Lease lease, Table table, byte[]? checkpoint, ITrainingObserver observer, CancellationToken stop)
    {
        lock (_lock)
        {
            _atOnce++;
            MostAtOnce = Math.Max(MostAtOnce, _atOnce);
            WentOnFrom = checkpoint is null ? 0 : BitConverter.ToInt32(checkpoint);
        }

        _started.Writer.TryWrite(true);
        try
        {
            return Train(WentOnFrom, observer, stop);
        }
        finally
        {
            lock (_lock)
            {
                _atOnce--;
            }
        }
    }

    /// <summary>One run does one epoch.</summary>
    public async Task StepAsync()
    {
        _steps.Release();
        await _stepped.Reader.ReadAsync(TestContext.Current.CancellationToken).InTimeAsync();
    }

    /// <summary>All runs are trained to their ends.</summary>
    public void LetGo()
    {
        _steps.Release(1_000_000);
    }

    /// <summary>One run fails.</summary>
    public void Throw(Exception failure)
    {
        _failure = failure;
        _steps.Release();
    }

    /// <summary>Until one more run has begun.</summary>
    public async Task StartedAsync()
    {
        await _started.Reader.ReadAsync(TestContext.Current.CancellationToken).InTimeAsync();
    }

    /// <summary>Until one more run has been stopped.</summary>
    public async Task StoppedAsync()
    {
        await _stopped.Reader.ReadAsync(TestContext.Current.CancellationToken).InTimeAsync();
    }

    public void Dispose()
    {
        _steps.Dispose();
    }

    private TrainingOutcome Train(int done, ITrainingObserver observer, CancellationToken stop)
    {
        for (int epoch = done + 1; epoch <= Epochs; epoch++)
        {
            try
            {
                _steps.Wait(stop);
            }
            catch (OperationCanceledException)
            {
                _stopped.Writer.TryWrite(true);
                return new TrainingOutcome.Interrupted(epoch - 1, Padded(epoch - 1));
            }

            if (Interlocked.Exchange(ref _failure, null) is { } failure)
            {
                throw failure;
            }

            observer.CompleteEpoch(epoch);
            if (observer.CheckpointDue())
            {
                observer.Checkpoint(epoch, Padded(epoch));
            }

            _stepped.Writer.TryWrite(true);
        }

        return new TrainingOutcome.Completed(TestRuns.Result(Epochs, Epochs, 1), [1]);
    }

    private byte[] Padded(int epoch)
    {
        return [.. CheckpointOf(epoch), .. new byte[CheckpointPadding]];
    }
}

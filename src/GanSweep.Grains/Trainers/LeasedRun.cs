using GanSweep.Contracts.Reports;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Silos;
using GanSweep.Evaluation.Scoring;
using GanSweep.Grains.Metrics;
using GanSweep.Sweeps.Wire;
using GanSweep.Training.Losses;
using GanSweep.Training.Tasks;

namespace GanSweep.Grains.Trainers;

/// <summary>
/// A run whose lease this trainer holds, and what the coordinator has not acknowledged of it. Whoever trains it says how far it is;
/// reports are taken out and answers put in meanwhile. A report that gets no answer is made again.
/// </summary>
internal sealed class LeasedRun : ITrainingObserver, IDisposable
{
    private readonly Lock _lock = new();
    private readonly TrainerOptions _options;
    private readonly TrainerMetrics _metrics;
    private readonly TimeProvider _time;
    private readonly Action _somethingToSay;
    private readonly CancellationTokenSource _stop;
    private readonly long _acceptedAt;
    private readonly UnsentLosses _losses = new();
    private long _lastCheckpointAt;
    private Scores? _bestScores;
    private CheckpointReport? _checkpoint;

    // Written under the lock; the rounds look at them without.
    private volatile RunReport? _end;
    private volatile bool _ended;
    private volatile bool _rejected;

    /// <param name="lease">The lease.</param>
    /// <param name="options">How often it is checkpointed, and how large that may be.</param>
    /// <param name="metrics">Counts its epochs.</param>
    /// <param name="time">The clock.</param>
    /// <param name="somethingToSay">Is called when a report should not wait for the next heartbeat.</param>
    /// <param name="trainerStops">Stops it with the trainer.</param>
    public LeasedRun(
        Lease lease, TrainerOptions options, TrainerMetrics metrics, TimeProvider time, Action somethingToSay, CancellationToken trainerStops)
    {
        Lease = lease;
        _options = options;
        _metrics = metrics;
        _time = time;
        _somethingToSay = somethingToSay;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(trainerStops);
        Stop = _stop.Token;
        _acceptedAt = _lastCheckpointAt = time.GetTimestamp();
    }

    public Lease Lease { get; }

    /// <summary>Asks for a last checkpoint and the end: the coordinator said so, or the trainer stops.</summary>
    public CancellationToken Stop { get; }

    /// <summary>The last epoch done; 0 before the first.</summary>
    public int Epoch
    {
        get
        {
            lock (_lock)
            {
                return _losses.LastEpoch;
            }
        }
    }

    /// <summary>Whether it is trained, or about to be.</summary>
    public bool HoldsSlot => !_ended;

    /// <summary>Whether it has ended and nothing is left to say.</summary>
    public bool IsOver => _ended && (_end is null || _rejected);

    /// <summary>What its slot is at.</summary>
    public SlotStatus Status()
    {
        return new SlotStatus(Lease.SweepId, Lease.Run, Lease.Attempt, Epoch, Lease.Epochs, _time.GetElapsedTime(_acceptedAt));
    }

    /// <summary>It goes on from an earlier attempt's checkpoint.</summary>
    public void GoOnFrom(int epoch)
    {
        lock (_lock)
        {
            _losses.GoOnFrom(epoch);
        }
    }

    /// <summary>It is not trained any more.</summary>
    /// <param name="end">How it ended; null to let it go without a word: nobody renews its lease, so that runs out and the run is granted again.</param>
    public void End(RunReport? end)
    {
        lock (_lock)
        {
            _end = end;
            _ended = true;
        }

        _somethingToSay();
    }

    void ITrainingObserver.EpochCompleted(int epoch, EpochLosses losses)
    {
        _metrics.EpochTrained();
        lock (_lock)
        {
            _losses.Add(epoch, losses);
        }
    }

    void ITrainingObserver.Evaluated(ScoredEpoch point, bool best)
    {
        if (best)
        {
            lock (_lock)
            {
                _bestScores = point.Scores;
            }
        }
    }

    bool ITrainingObserver.CheckpointDue()
    {
        return _time.GetElapsedTime(_lastCheckpointAt) >= _options.CheckpointInterval;
    }

    void ITrainingObserver.Checkpoint(int epoch, byte[] checkpoint)
    {
        _lastCheckpointAt = _time.GetTimestamp();
        if (checkpoint.Length > _options.MaxPayloadLength)
        {
            return;
        }

        lock (_lock)
        {
            _checkpoint = new CheckpointReport(Lease.Run, Lease.Attempt, epoch, checkpoint, GivesBack: false);
        }

        _somethingToSay();
    }

    /// <summary>What is to be said now: always at least a heartbeat, unless it is over.</summary>
    public IReadOnlyList<RunReport> TakeReports()
    {
        lock (_lock)
        {
            if (_ended)
            {
                return IsOver ? [] : [_end!];
            }

            ProgressReport progress = new(Lease.Run, Lease.Attempt, _losses.LastEpoch, _losses.ToHistory(), _bestScores?.ToWire());
            return _checkpoint is null ? [progress] : [progress, _checkpoint];
        }
    }

    /// <summary>What the coordinator said to a report, which may have been overtaken by a newer one.</summary>
    public void Answered(RunReport report, ReportAnswer answer)
    {
        lock (_lock)
        {
            _checkpoint = ReferenceEquals(report, _checkpoint) ? null : _checkpoint;
            _end = ReferenceEquals(report, _end) ? null : _end;
            _rejected |= answer == ReportAnswer.Rejected;
            if (report is ProgressReport progress)
            {
                _losses.Acknowledge(progress.Losses);
            }
        }

        if (answer != ReportAnswer.Accepted)
        {
            _stop.Cancel();
        }
    }

    public void Dispose()
    {
        _stop.Dispose();
    }
}

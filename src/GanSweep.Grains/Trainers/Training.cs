using System.Collections.Immutable;
using GanSweep.Contracts.Reports;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Silos;
using GanSweep.Evaluation.Scoring;
using GanSweep.Grains.Metrics;
using GanSweep.Sweeps.Wire;
using GanSweep.Tables;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Losses;
using GanSweep.Training.Tasks;

namespace GanSweep.Grains.Trainers;

/// <summary>
/// One run being trained on a slot, and what the coordinator has not acknowledged of it. The training thread writes, the host's pump
/// takes reports out and puts answers in; a report that gets no answer is made again.
/// </summary>
internal sealed class Training : ITrainingObserver, IDisposable
{
    // Enough for a watcher's plot. Older losses are dropped here only: checkpoints and results carry all of them.
    private const int MaxUnacknowledgedEpochs = 4096;

    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly List<EpochLosses> _losses = [];
    private readonly TimeProvider _time;
    private readonly TrainerOptions _options;
    private readonly TrainerMetrics _metrics;
    private readonly Action _somethingToSay;
    private readonly long _acceptedAt;
    private Table? _table;
    private RunCheckpoint? _startFrom;
    private long _lastCheckpointAt;
    private int _epoch;
    private Scores? _bestScores;
    private CheckpointReport? _checkpoint;
    private RunReport? _end;
    private bool _dropped;

    public Training(Lease lease, TrainerOptions options, TrainerMetrics metrics, TimeProvider time, Action somethingToSay)
    {
        Lease = lease;
        _options = options;
        _metrics = metrics;
        _time = time;
        _somethingToSay = somethingToSay;
        _acceptedAt = _lastCheckpointAt = time.GetTimestamp();
    }

    public Lease Lease { get; }

    /// <summary>Whether the thread has ended and nothing is left to say.</summary>
    public bool Over { get; private set; }

    /// <summary>Whether the thread still needs its slot.</summary>
    public bool OnThread { get; private set; } = true;

    public void Dispose()
    {
        _stop.Dispose();
    }

    /// <summary>Asks the thread for a last checkpoint and its end.</summary>
    public void Stop()
    {
        _stop.Cancel();
    }

    /// <summary>What this slot is at.</summary>
    public SlotStatus Status()
    {
        lock (_lock)
        {
            return new SlotStatus(
                Lease.SweepId, Lease.Run, Lease.Attempt, _epoch, Lease.Epochs, _time.GetElapsedTime(_acceptedAt));
        }
    }

    /// <summary>Hands over what it is trained on, and the checkpoint that it goes on from.</summary>
    public void Prepare(Table table, RunCheckpoint? checkpoint)
    {
        _table = table;
        _startFrom = checkpoint;
        lock (_lock)
        {
            _epoch = checkpoint?.Epoch ?? 0;
        }
    }

    /// <summary>Trains, on the calling thread, and never throws.</summary>
    public void Run(IRunTrainer trainer)
    {
        Table table = _table ?? throw new InvalidOperationException($"Run {Lease.Run} of {Lease.SweepId} has not been prepared.");
        RunReport? end;
        try
        {
            end = trainer.Train(Lease, table, _startFrom?.Content, this, _stop.Token) switch
            {
                TrainingOutcome.Completed completed => Completed(completed),
                TrainingOutcome.Interrupted interrupted =>
                    new CheckpointReport(Lease.Run, Lease.Attempt, interrupted.Epoch, interrupted.Checkpoint, GivesBack: true),
                var other => throw new NotSupportedException($"The trainer answered with {other.GetType().Name}."),
            };
        }
        catch (DivergedException diverged)
        {
            end = new FailedReport(Lease.Run, Lease.Attempt, diverged.Epoch, diverged.Message, Final: true);
        }
        catch (TransformException unfit)
        {
            // The table will not fit the next time either.
            end = new FailedReport(Lease.Run, Lease.Attempt, 0, unfit.Message, Final: true);
        }
        catch (Exception failure)
        {
            string reason = $"Failed in epoch {_epoch + 1}: {failure.Message} ({failure.GetType().Name})";
            end = new FailedReport(Lease.Run, Lease.Attempt, _epoch + 1, reason, Final: false);
        }

        lock (_lock)
        {
            _end = end;
            OnThread = false;
            Over = _dropped;
        }

        _somethingToSay();
    }

    void ITrainingObserver.EpochCompleted(int epoch, EpochLosses losses)
    {
        _metrics.EpochTrained();
        lock (_lock)
        {
            _epoch = epoch;
            _losses.Add(losses);
            if (_losses.Count > MaxUnacknowledgedEpochs)
            {
                _losses.RemoveRange(0, MaxUnacknowledgedEpochs / 2);
            }
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

    /// <summary>What is to be said now: always at least a heartbeat, unless the training is over.</summary>
    public IReadOnlyList<RunReport> TakeReports()
    {
        lock (_lock)
        {
            if (_end is not null)
            {
                return Over ? [] : [_end];
            }

            ProgressReport progress = new(Lease.Run, Lease.Attempt, _epoch, _losses.ToWire(_epoch - _losses.Count + 1), _bestScores?.ToWire());
            return _checkpoint is null ? [progress] : [progress, _checkpoint];
        }
    }

    /// <summary>What the coordinator said to a report.</summary>
    public void Answered(RunReport report, ReportAnswer answer)
    {
        lock (_lock)
        {
            switch (report)
            {
                case ProgressReport progress:
                    int acknowledged = _losses.Count - (_epoch - progress.Epoch);
                    _losses.RemoveRange(0, Math.Max(acknowledged, 0));
                    break;
                case CheckpointReport { GivesBack: false } when ReferenceEquals(report, _checkpoint):
                    _checkpoint = null;
                    break;
                case var _ when ReferenceEquals(report, _end):
                    Over = true;
                    break;
            }

            _dropped |= answer == ReportAnswer.Rejected;
            Over |= _dropped && !OnThread;
        }

        if (answer != ReportAnswer.Accepted)
        {
            Stop();
        }
    }

    private static RunResult ResultOf(TrainedRun run)
    {
        return new RunResult
        {
            Scores = run.Scores.ToWire(),
            BestEpoch = run.BestEpoch,
            Epochs = run.Epochs,
            Losses = run.Losses.ToWire(1),
            History = [.. run.History.Select(point => new ScorePoint(point.Epoch, point.Scores.ToWire()))],
            Seconds = run.Seconds,
        };
    }

    private RunReport Completed(TrainingOutcome.Completed completed)
    {
        return completed.Generator.Length <= _options.MaxPayloadLength
            ? new CompletedReport(Lease.Run, Lease.Attempt, ResultOf(completed.Result), completed.Generator)
            : new FailedReport(
                Lease.Run,
                Lease.Attempt,
                completed.Result.Epochs,
                $"The generator's file has {completed.Generator.Length:N0} bytes; at most {_options.MaxPayloadLength:N0} are kept. Use fewer or narrower generatorLayers.",
                Final: true);
    }
}

using GanSweep.Contracts.Reports;
using GanSweep.Contracts.Runs;

namespace GanSweep.Simulation.World;

/// <summary>One run on a slot, as a trainer's host keeps it: what gets no answer is said again.</summary>
internal sealed class FakeTraining(Lease lease)
{
    private readonly Fate _fate = Fate.Of(lease.RunKey);
    private int _startedFrom;
    private TimeSpan? _startedAt;
    private TimeSpan _epochTime;
    private int _acknowledged;
    private int _checkpointed;
    private CheckpointReport? _checkpoint;
    private RunReport? _end;
    private bool _dropped;

    public Lease Lease => lease;

    public bool OnSlot => _end is null && !_dropped;

    public bool Over { get; private set; }

    /// <summary>Begins, from a checkpoint or the beginning.</summary>
    /// <returns>How long it takes.</returns>
    public TimeSpan Start(TimeSpan now, RunCheckpoint? checkpoint, TimeSpan epochTime)
    {
        _startedFrom = _acknowledged = _checkpointed = checkpoint?.Epoch ?? 0;
        _startedAt = now;
        _epochTime = epochTime;
        return epochTime * (lease.Epochs - _startedFrom);
    }

    /// <summary>Its thread is through.</summary>
    public void End(TimeSpan now)
    {
        _end ??= _fate.Kind == FateKind.Completes
            ? new CompletedReport(lease.Run, lease.Attempt, _fate.Result(lease.Epochs, (now - _startedAt!.Value).TotalSeconds), _fate.Generator, lease.Spec.Until is null ? null : _fate.Checkpoint(lease.Epochs))
            : new FailedReport(lease.Run, lease.Attempt, EpochAt(now), _fate.Error, Final: _fate.Kind == FateKind.Diverges);
        Over = _dropped;
    }

    /// <summary>It is asked to checkpoint and stop.</summary>
    public void Stop(TimeSpan now)
    {
        int epoch = EpochAt(now);
        _end ??= new CheckpointReport(lease.Run, lease.Attempt, epoch, _fate.Checkpoint(epoch), GivesBack: true);
    }

    public IReadOnlyList<RunReport> TakeReports(TimeSpan now)
    {
        if (_end is not null)
        {
            return [_end];
        }

        int epoch = EpochAt(now);
        if (epoch >= _checkpointed + 2)
        {
            _checkpointed = epoch;
            _checkpoint = new CheckpointReport(lease.Run, lease.Attempt, epoch, _fate.Checkpoint(epoch), GivesBack: false);
        }

        float[] losses = new float[epoch - _acknowledged];
        ProgressReport progress = new(
            lease.Run, lease.Attempt, epoch, new LossHistory(_acknowledged + 1, [new LossValues(FakeModel.Loss.Name, [.. losses])]), null);
        return _checkpoint is null ? [progress] : [progress, _checkpoint];
    }

    public void Answered(RunReport report, ReportAnswer answer, TimeSpan now)
    {
        switch (report)
        {
            case ProgressReport progress:
                _acknowledged = Math.Max(_acknowledged, progress.Epoch);
                break;
            case CheckpointReport when ReferenceEquals(report, _checkpoint):
                _checkpoint = null;
                break;
            case var _ when ReferenceEquals(report, _end):
                Over = true;
                break;
        }

        if (answer == ReportAnswer.Rejected)
        {
            _dropped = true;
            Over = true;
        }
        else if (answer == ReportAnswer.Stop)
        {
            Stop(now);
        }
    }

    private int EpochAt(TimeSpan now)
    {
        return _startedAt is { } at
            ? Math.Min(lease.Epochs, _startedFrom + (int)((now - at) / _epochTime))
            : 0;
    }
}

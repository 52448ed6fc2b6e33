using GanSweep.Contracts.Runs;
using GanSweep.Training.Losses;

namespace GanSweep.Grains.Trainers;

/// <summary>The losses of a run that the coordinator has not acknowledged. Not for several threads.</summary>
internal sealed class UnsentLosses
{
    // Enough for a watcher's plot. Older losses are dropped here only: checkpoints and results carry all of them.
    private const int MaxEpochs = 4096;

    private readonly List<EpochLosses> _epochs = [];

    /// <summary>The last epoch done, acknowledged or not; 0 before the first.</summary>
    public int LastEpoch { get; private set; }

    private int FirstEpoch => LastEpoch - _epochs.Count + 1;

    /// <summary>The run goes on after an epoch whose losses were told by an earlier attempt.</summary>
    public void GoOnFrom(int epoch)
    {
        LastEpoch = epoch;
    }

    /// <summary>An epoch is done.</summary>
    public void Add(int epoch, EpochLosses losses)
    {
        LastEpoch = epoch;
        _epochs.Add(losses);
        if (_epochs.Count > MaxEpochs)
        {
            _epochs.RemoveRange(0, MaxEpochs / 2);
        }
    }

    /// <summary>Those that are to be told.</summary>
    public LossHistory ToHistory()
    {
        return _epochs.ToWire(FirstEpoch);
    }

    /// <summary>The coordinator has these; some of them may have been dropped here in the meantime.</summary>
    public void Acknowledge(LossHistory told)
    {
        if (told.Count > 0)
        {
            _epochs.RemoveRange(0, Math.Max(told.FirstEpoch + told.Count - FirstEpoch, 0));
        }
    }
}

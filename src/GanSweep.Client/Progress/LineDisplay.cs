using GanSweep.Client.Output;
using GanSweep.Contracts.Sweeps;

namespace GanSweep.Client.Progress;

/// <summary>Progress as plain lines: when runs can begin, when the first epochs come, when a run has ended, and otherwise every ten seconds.</summary>
internal sealed class LineDisplay(ErrorConsole error, TimeProvider time, IReadOnlyList<string> varyingKeys) : IProgressDisplay
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private long _lastAt;
    private SweepCounts? _lastCounts;
    private bool _began;
    private bool _prepares;

    public void Show(SweepProgress progress)
    {
        SweepCounts counts = progress.Summary.Counts;
        bool ended = counts.Completed != _lastCounts?.Completed || counts.Failed != _lastCounts.Failed;
        bool begins = !_began && progress.EpochsPerSecond > 0;
        bool prepared = _prepares && progress.Prepared is null && progress.Running.Length > 0;
        if (ended || begins || prepared || time.GetElapsedTime(_lastAt) >= Interval)
        {
            _lastAt = time.GetTimestamp();
            _lastCounts = counts;
            _began |= begins;
            _prepares = progress.Prepared is not null;
            error.WriteLine(ProgressText.Line(progress, varyingKeys));
        }
    }

    public void Say(string remark)
    {
        error.WriteLine(remark);
    }

    public void Dispose()
    {
        // Lines stay.
    }
}

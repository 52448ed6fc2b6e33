using GanSweep.Client.Errors;
using GanSweep.Contracts.Sweeps;

namespace GanSweep.Client.Progress;

/// <summary>What a sweep that has ended means for the caller.</summary>
internal static class SweepOutcome
{
    /// <summary>Done only if every run has completed.</summary>
    public static ExitCode Of(SweepSummary summary)
    {
        return summary.State == SweepState.Completed && summary.Counts.Failed == 0 ? ExitCode.Done : ExitCode.Failed;
    }
}

using GanSweep.Client.Output;
using GanSweep.Contracts.Sweeps;

namespace GanSweep.Client.Leaderboards;

/// <summary>A sweep in a sentence.</summary>
internal static class SummaryText
{
    /// <summary>eu-stock-losses-1f2e3d4c: completed, 24 of 24 runs done (12 reused), 0 failed.</summary>
    public static string Of(SweepSummary summary)
    {
        SweepCounts counts = summary.Counts;
        return $"{summary.SweepId}: {State(summary.State)}, {Figures.Count(counts.Completed)} of {Figures.Count(counts.Total)} runs done"
            + (counts.Reused > 0 ? $" ({Figures.Count(counts.Reused)} reused)" : "")
            + (counts.Running > 0 ? $", {Figures.Count(counts.Running)} running" : "")
            + (counts.Failed > 0 ? $", {Figures.Count(counts.Failed)} failed" : "");
    }

    /// <summary>A state in lower case.</summary>
    public static string State(Enum state)
    {
        return state.ToString().ToLowerInvariant();
    }
}

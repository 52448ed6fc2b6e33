using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;

namespace GanSweep.Reporting.Inputs;

/// <summary>What a report is about, in one line of its head: two reports of the same subject show the same.</summary>
public static class ReportSubject
{
    /// <summary>The name of the line.</summary>
    public const string Name = "gansweep-subject";

    /// <summary>The subject: GanSweep's version, the sweep and how many of its runs have ended how, and the run.</summary>
    public static string Of(Leaderboard board, LeaderboardRow run, string version)
    {
        ArgumentNullException.ThrowIfNull(board);
        ArgumentNullException.ThrowIfNull(run);
        SweepCounts counts = board.Summary.Counts;
        return $"{version} {board.Summary.SweepId} {counts.Completed}+{counts.Failed}/{counts.Total} {run.Key}";
    }
}

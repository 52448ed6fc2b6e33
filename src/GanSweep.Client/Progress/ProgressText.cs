using GanSweep.Client.Leaderboards;
using GanSweep.Client.Output;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Sweeps.Wire;
using GanSweep.Tables.Text;

namespace GanSweep.Client.Progress;

/// <summary>The words of a sweep's progress.</summary>
internal static class ProgressText
{
    private const int WidestBar = 60;

    // The bar, the counts, the best run and the line below them.
    private const int OtherLines = 4;

    /// <summary>All of it: a bar, counts, the best run so far, and a line for each run in training.</summary>
    /// <param name="progress">Where the sweep stands.</param>
    /// <param name="keys">The configuration keys that tell its runs apart.</param>
    /// <param name="width">Columns of the terminal.</param>
    /// <param name="height">Rows of the terminal; runs that do not fit are counted.</param>
    public static IReadOnlyList<string> Lines(SweepProgress progress, IReadOnlyList<string> keys, int width, int height)
    {
        int shown = Math.Max(1, height - OtherLines - 1);
        int hidden = progress.Running.Length - shown;
        if (progress.Prepared is { } prepared)
        {
            return [$"{Bar(prepared, width)} {prepared * 100,3:0} %  {progress.Summary.SweepId}", Preparation(progress)];
        }

        return
        [
            $"{Bar(progress.Done, width)} {progress.Done * 100,3:0} %  {progress.Summary.SweepId}",
            $"{Counts(progress)}{Pace(progress)}",
            .. Best(progress, keys) is { } best ? [best] : Array.Empty<string>(),
            .. SlotText.Lines([.. progress.Running.Take(shown)], keys),
            .. hidden > 0 ? [$"… and {hidden} more in training"] : Array.Empty<string>(),
        ];
    }

    /// <summary>The gist on one line.</summary>
    public static string Line(SweepProgress progress, IReadOnlyList<string> keys)
    {
        return progress.Prepared is { } prepared ? $"{prepared * 100,3:0} % of {Preparation(progress)}" : $"{progress.Done * 100,3:0} %: {Counts(progress)}{Pace(progress)}"
            + (Best(progress, keys) is { } best ? $"; {best}" : "");
    }

    private static string Preparation(SweepProgress progress)
    {
        return "the yardsticks, which runs are held against" + TimeLeft(progress) + $"; then {(progress.Search is null ? "" : "at most ")}{Amount.Of(progress.Summary.Counts.Total, "run")}";
    }

    private static string TimeLeft(SweepProgress progress)
    {
        return progress.TimeLeft is not { } left ? "" : left < TimeSpan.FromSeconds(1) ? ", finishing" : $", {Figures.Of(left)} left";
    }

    private static string Counts(SweepProgress progress)
    {
        SweepSummary summary = progress.Summary;
        SweepCounts counts = summary.Counts;
        int cancelled = counts.Total - counts.Completed - counts.Failed - counts.Running - counts.Pending;
        return (summary.State == SweepState.Paused ? "paused, " : "")
            + $"{Figures.Count(counts.Completed)} of {Total(progress)} done"
            + (counts.Reused > 0 ? $" ({Figures.Count(counts.Reused)} reused)" : "")
            + $", {Figures.Count(counts.Running)} running{Waiting(progress)}, {Figures.Count(counts.Failed)} failed"
            + (cancelled > 0 ? $", {Figures.Count(cancelled)} cancelled" : "");
    }

    // A search says at first how many runs there can be at most; what it does not need is never decided.
    private static string Total(SweepProgress progress)
    {
        return progress.Search switch
        {
            null => Figures.Count(progress.Summary.Counts.Total),
            { HasEnded: true, Decided: var all } => Figures.Count(all),
            _ => $"at most {Figures.Count(progress.Summary.Counts.Total)}",
        };
    }

    private static string Waiting(SweepProgress progress)
    {
        return progress is { Search.Waits: true, Running.Length: > 0 } ? " (what comes next waits for their results)" : "";
    }

    private static string Pace(SweepProgress progress)
    {
        return progress.Summary.State == SweepState.Paused
            ? ""
            : (progress.EpochsPerSecond > 0 ? $", {progress.EpochsPerSecond:0.0} epochs/s" : "")
                + TimeLeft(progress);
    }

    private static string? Best(SweepProgress progress, IReadOnlyList<string> keys)
    {
        return progress.Best is { Scores: { } scores } row
            ? $"best {Figures.Of(scores.ToScores().Total)}, run {RunText(row, keys)}"
            : null;
    }

    private static string RunText(LeaderboardRow row, IReadOnlyList<string> keys)
    {
        string configuration = ConfigurationText.Sentence(row, keys);
        return configuration.Length == 0 ? $"{row.Run}" : $"{row.Run}: {configuration}";
    }

    private static string Bar(double share, int width)
    {
        int length = Math.Clamp(width / 2, 10, WidestBar);
        int filled = (int)Math.Round(Math.Clamp(share, 0, 1) * length);
        return new string('━', filled) + new string('─', length - filled);
    }
}

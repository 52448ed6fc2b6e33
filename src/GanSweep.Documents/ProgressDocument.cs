using System.Text.Json.Serialization;
using GanSweep.Contracts.Sweeps;

namespace GanSweep.Documents;

/// <summary>A sweep as a watcher sees it.</summary>
/// <param name="Summary">Id, state, counts, best total.</param>
/// <param name="EpochsPerSecond">Epochs trained a second over the last while, all slots together.</param>
/// <param name="SecondsLeft">An estimate of the time left; null before there is a rate to tell from.</param>
/// <param name="Done">The share of the work that is done, 0 to 1, epochs of running runs included.</param>
/// <param name="Running">The runs that are being trained, with their last losses.</param>
/// <param name="Best">The best completed run so far.</param>
public sealed record ProgressDocument(
    SummaryDocument Summary, double EpochsPerSecond, double? SecondsLeft, double Done, IReadOnlyList<RunDocument> Running, RunDocument? Best)
{
    /// <summary>How much of the yardsticks is computed, 0 to 1, while no run can begin before they are; left out otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Prepared { get; init; }

    /// <summary>How far the decisions of its search are; left out in a sweep whose runs hang on nothing. Until it has ended, the number of runs is the most that there can be.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SearchProgress? Search { get; init; }

    /// <summary>The document of a sweep's progress.</summary>
    public static ProgressDocument Of(SweepProgress progress)
    {
        ArgumentNullException.ThrowIfNull(progress);
        return new ProgressDocument(
            SummaryDocument.Of(progress.Summary),
            Finite.OrNull(progress.EpochsPerSecond) ?? 0,
            progress.TimeLeft?.TotalSeconds,
            Finite.OrNull(progress.Done) ?? 0,
            [.. progress.Running.Select(RunDocument.Of)],
            progress.Best is null ? null : RunDocument.Of(progress.Best))
        {
            Prepared = Finite.OrNull(progress.Prepared),
            Search = progress.Search,
        };
    }

    /// <summary>The progress that it tells of.</summary>
    public SweepProgress ToProgress()
    {
        return new SweepProgress
        {
            Summary = Summary.ToSummary(),
            EpochsPerSecond = EpochsPerSecond,
            TimeLeft = Durations.OrNull(SecondsLeft),
            Done = Done,
            Running = [.. Running.Select(run => run.ToRow())],
            Best = Best?.ToRow(),
            Prepared = Prepared,
            Search = Search,
        };
    }
}

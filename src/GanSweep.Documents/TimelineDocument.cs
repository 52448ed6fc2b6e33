using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;

namespace GanSweep.Documents;

/// <summary>What was trained where, since the coordinator began.</summary>
/// <param name="Since">When it began, in UTC.</param>
/// <param name="Now">When this was told.</param>
/// <param name="Attempts">The last attempts, by when they began.</param>
public sealed record TimelineDocument(DateTimeOffset Since, DateTimeOffset Now, IReadOnlyList<TimelineDocument.AttemptDocument> Attempts)
{
    /// <summary>The document of a timeline.</summary>
    public static TimelineDocument Of(Timeline timeline)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        return new TimelineDocument(
            timeline.Since, timeline.Now, [.. timeline.Attempts.Select(span => new AttemptDocument(span.Run, span.Attempt, span.Trainer, span.Begun, span.Ended, span.End))]);
    }

    /// <summary>The timeline that it tells of.</summary>
    public Timeline ToTimeline()
    {
        return new Timeline(Since, Now, [.. Attempts.Select(span => new AttemptSpan(span.Run, span.Attempt, span.Trainer, span.Begun, span.Ended, span.End))]);
    }

    /// <summary>An attempt of a run.</summary>
    /// <param name="Run">The run's number.</param>
    /// <param name="Attempt">The attempt's.</param>
    /// <param name="Trainer">The silo that trained.</param>
    /// <param name="Begun">When the lease was granted; null if that was before the coordinator began.</param>
    /// <param name="Ended">When it ended; null while it lasts.</param>
    /// <param name="End">How it ended; null while it lasts.</param>
    public sealed record AttemptDocument(int Run, int Attempt, string Trainer, DateTimeOffset? Begun, DateTimeOffset? Ended, AttemptEnd? End);
}

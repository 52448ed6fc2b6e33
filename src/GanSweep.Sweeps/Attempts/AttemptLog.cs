using GanSweep.Contracts.Reports;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;

namespace GanSweep.Sweeps.Attempts;

/// <summary>What was trained where, since this coordinator began: the last attempts, in memory alone. Nothing hangs on it but what is shown.</summary>
/// <param name="time">The clock.</param>
public sealed class AttemptLog(TimeProvider time)
{
    private const int MostKept = 2_000;

    private readonly DateTimeOffset _since = time.GetUtcNow();
    private readonly Dictionary<(int Run, int Attempt), AttemptSpan> _spans = [];

    // As they were first heard of: letting the first go costs the same however many are kept.
    private readonly Queue<(int Run, int Attempt)> _order = [];

    /// <summary>Runs were granted.</summary>
    public void Granted(IReadOnlyList<Lease> leases, string trainer)
    {
        ArgumentNullException.ThrowIfNull(leases);
        foreach (Lease lease in leases)
        {
            Keep(new AttemptSpan(lease.Run, lease.Attempt, trainer, time.GetUtcNow(), null, null));
        }
    }

    /// <summary>A lease has run out, or its trainer is gone: whichever attempt of the run lasts.</summary>
    public void Lost(int run)
    {
        foreach (AttemptSpan span in _spans.Values.Where(span => span.Run == run && span.Ended is null).ToArray())
        {
            End(span, AttemptEnd.Lost);
        }
    }

    /// <summary>Reports were answered; those that count may have ended an attempt.</summary>
    public void Answered(string trainer, IReadOnlyList<RunReport> reports, IReadOnlyList<ReportAnswer> answers)
    {
        ArgumentNullException.ThrowIfNull(reports);
        ArgumentNullException.ThrowIfNull(answers);
        foreach ((RunReport report, ReportAnswer answer) in reports.Zip(answers))
        {
            AttemptEnd? end = report switch
            {
                CompletedReport => AttemptEnd.Completed,
                FailedReport => AttemptEnd.Failed,
                CheckpointReport { GivesBack: true } => AttemptEnd.GivenBack,
                _ => null,
            };
            if (answer != ReportAnswer.Rejected)
            {
                if (!_spans.TryGetValue((report.Run, report.Attempt), out AttemptSpan? span))
                {
                    // Granted before this coordinator began.
                    Keep(span = new AttemptSpan(report.Run, report.Attempt, trainer, null, null, null));
                }

                if (end is { } how && span.Ended is null)
                {
                    End(span, how);
                }
            }
        }
    }

    /// <summary>What there is.</summary>
    public Timeline View()
    {
        return new Timeline(_since, time.GetUtcNow(), [.. _order.Select(key => _spans[key])]);
    }

    private void End(AttemptSpan span, AttemptEnd end)
    {
        _spans[(span.Run, span.Attempt)] = span with { Ended = time.GetUtcNow(), End = end };
    }

    private void Keep(AttemptSpan span)
    {
        if (!_spans.TryAdd((span.Run, span.Attempt), span))
        {
            return;
        }

        _order.Enqueue((span.Run, span.Attempt));
        if (_order.Count > MostKept)
        {
            _spans.Remove(_order.Dequeue());
        }
    }
}

using System.Collections.Immutable;
using GanSweep.Contracts.Reports;
using GanSweep.Contracts.Silos;

namespace GanSweep.Grains.Silos;

/// <summary>The last errors that the coordinator knows of, its own and those that trainers tell: in memory alone, for those who look at the cluster.</summary>
/// <param name="time">The clock.</param>
internal sealed class ErrorLog(TimeProvider time)
{
    private const int MostKept = 50;

    // What an exception says may go on for pages.
    private const int LongestMessage = 500;

    private readonly Lock _lock = new();
    private readonly Queue<SiloError> _errors = [];

    /// <summary>The errors, the latest first.</summary>
    public ImmutableArray<SiloError> View()
    {
        lock (_lock)
        {
            return [.. _errors.Reverse()];
        }
    }

    /// <summary>Something of the coordinator's own went wrong.</summary>
    public void Note(string message, string? sweepId = null, int? run = null)
    {
        Keep(new SiloError(time.GetUtcNow(), Short(message)) { SweepId = sweepId, Run = run });
    }

    /// <summary>A trainer's reports were answered: attempts that failed are errors, and so are reports that came too late.</summary>
    public void Answered(string sweepId, string trainer, IReadOnlyList<RunReport> reports, IReadOnlyList<ReportAnswer> answers)
    {
        ArgumentNullException.ThrowIfNull(reports);
        ArgumentNullException.ThrowIfNull(answers);
        foreach ((RunReport report, ReportAnswer answer) in reports.Zip(answers))
        {
            string? message = answer == ReportAnswer.Rejected
                ? "Refused what it says of this attempt: the run has been granted to another since, or has ended."
                : report is FailedReport failed ? $"Failed in epoch {failed.Epoch}: {failed.Reason}" : null;
            if (message is not null)
            {
                Keep(new SiloError(time.GetUtcNow(), Short(message)) { Silo = trainer, SweepId = sweepId, Run = report.Run, Attempt = report.Attempt });
            }
        }
    }

    /// <summary>A trainer tells what went wrong there, some of it again if it has not heard that it was heard.</summary>
    public void Told(string trainer, ImmutableArray<SiloError> errors)
    {
        if (errors.IsDefault)
        {
            // A trainer of before.
            return;
        }

        foreach (SiloError error in errors)
        {
            Keep(error with { Message = Short(error.Message), Silo = trainer });
        }
    }

    private static string Short(string message)
    {
        return message.Length <= LongestMessage ? message : $"{message[..LongestMessage]}…";
    }

    private void Keep(SiloError error)
    {
        lock (_lock)
        {
            if (_errors.Contains(error))
            {
                return;
            }

            _errors.Enqueue(error);
            if (_errors.Count > MostKept)
            {
                _errors.Dequeue();
            }
        }
    }
}

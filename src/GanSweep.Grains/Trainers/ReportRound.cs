using System.Collections.Immutable;
using GanSweep.Contracts.Reports;
using Microsoft.Extensions.Logging;

namespace GanSweep.Grains.Trainers;

/// <summary>Tells each sweep's coordinator what is to be said of its runs, and the runs what it answers.</summary>
internal sealed partial class ReportRound(
    ITrainerCluster cluster, LeasedRuns runs, TrainerOptions options, CoordinatorContact contact, ILogger logger)
{
    private readonly ILogger _logger = logger;

    public async Task GoAsync()
    {
        try
        {
            await Task.WhenAll(runs.All.GroupBy(run => run.Lease.SweepId).Select(ReportSweepAsync));
        }
        finally
        {
            runs.RemoveOver();
        }
    }

    private async Task ReportSweepAsync(IGrouping<string, LeasedRun> sweep)
    {
        foreach (IReadOnlyList<RunAndReport> batch in Batches(sweep.SelectMany(run => run.TakeReports().Select(report => new RunAndReport(run, report)))))
        {
            ImmutableArray<ReportAnswer> answers = await cluster.ReportAsync(sweep.Key, [.. batch.Select(item => item.Report)]);
            contact.Answered();
            foreach ((RunAndReport item, ReportAnswer answer) in batch.Zip(answers))
            {
                item.Run.Answered(item.Report, answer);
                if (answer != ReportAnswer.Accepted)
                {
                    LogToldToStop(sweep.Key, item.Report.Run, item.Report.Attempt, answer);
                }
            }
        }
    }

    // Each payload is within the limit of a message; several together might not be.
    private IEnumerable<IReadOnlyList<RunAndReport>> Batches(IEnumerable<RunAndReport> reports)
    {
        List<RunAndReport> batch = [];
        long length = 0;
        foreach (RunAndReport report in reports)
        {
            if (batch.Count > 0 && length + report.PayloadLength > options.MaxPayloadLength)
            {
                yield return batch;
                batch = [];
                length = 0;
            }

            batch.Add(report);
            length += report.PayloadLength;
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Run {Run} of {SweepId}, attempt {Attempt}, is to stop: {Answer}")]
    private partial void LogToldToStop(string sweepId, int run, int attempt, ReportAnswer answer);
}

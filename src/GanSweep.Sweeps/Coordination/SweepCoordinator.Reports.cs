using GanSweep.Contracts.Reports;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Sweeps.Stores;

namespace GanSweep.Grains.Sweeps;

// What trainers tell of their runs.
public sealed partial class SweepGrain
{
    /// <summary>Takes one report in: the book at once, the store awaited.</summary>
    private async Task<ReportAnswer> TakeAsync(string trainer, RunReport report)
    {
        SweepBook book = Book;
        if (book.Stored.State == SweepState.Cancelled || !book.Ledger.Renew(report.Run, report.Attempt, trainer, OverdueAt))
        {
            LogRejected(SweepId, report.Run, report.Attempt, report.GetType().Name, trainer);
            return ReportAnswer.Rejected;
        }

        StoredRun run = book.Ledger.Find(report.Run)!;
        switch (report)
        {
            case ProgressReport progress:
                LiveRun live = book.Live.GetValueOrDefault(run.Run) ?? (book.Live[run.Run] = new LiveRun());
                book.Meter.Add(live.Take(progress), book.Done);
                break;

            case CheckpointReport checkpoint:
                Task written = store.SaveCheckpointAsync(run.RunKey, checkpoint.Epoch, checkpoint.Checkpoint);
                Task givenBack = checkpoint.GivesBack ? store.SaveRunsAsync(SweepId, [book.Ledger.Release(run.Run)]) : Task.CompletedTask;
                await WriteAsync(Task.WhenAll(written, givenBack));
                break;

            case CompletedReport completed:
                (bool keep, IReadOnlyList<int> displaced) = book.RankAndKeep(run.Run, completed.Result.Scores);
                book.Live.Remove(run.Run);
                await WriteAsync(store.CompleteRunAsync(new RunCompletion(
                    SweepId,
                    book.Ledger.Complete(run.Run, RunSummary.Of(completed.Result), reused: false),
                    book.SpecOf(run.Run),
                    completed.Result,
                    keep ? completed.Generator : null,
                    [.. displaced.Select(other => book.Ledger.Find(other)!.RunKey)])));
                double total = book.TotalOf(completed.Result.Scores);
                LogCompleted(SweepId, run.Run, run.Attempt, total, completed.Result.Seconds);
                break;

            case FailedReport failed:
                book.Live.Remove(run.Run);
                StoredRun after = book.Ledger.Fail(run.Run, failed.Reason, final: failed.Diverged);
                if (after.State == RunState.Failed)
                {
                    book.Unrank(run.Run);
                }

                await WriteAsync(store.SaveRunsAsync(SweepId, [after]));
                LogFailed(SweepId, run.Run, run.Attempt, failed.Epoch, failed.Reason);
                break;
        }

        return book.Stored.State == SweepState.Paused ? ReportAnswer.Stop : ReportAnswer.Accepted;
    }
}

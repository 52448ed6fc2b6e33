using System.Collections.Immutable;
using GanSweep.Contracts.Reports;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Sweeps.Books;
using GanSweep.Sweeps.Stores;
using GanSweep.Sweeps.Wire;

namespace GanSweep.Sweeps.Coordination;

// What trainers tell of their runs.
public sealed partial class SweepCoordinator
{
    /// <summary>Takes reports; one answer each, in order. What must be durable is on disk when this returns.</summary>
    public async Task<ImmutableArray<ReportAnswer>> ReportAsync(string trainer, ImmutableArray<RunReport> reports)
    {
        ArgumentException.ThrowIfNullOrEmpty(trainer);
        if (reports.IsDefault || reports.Contains(null!))
        {
            throw new ArgumentException("There is no report where there should be one.", nameof(reports));
        }

        if (_book is null)
        {
            ImmutableArray<ReportAnswer> rejected = [.. reports.Select(_ => ReportAnswer.Rejected)];
            events.Answered(reports, rejected);
            return rejected;
        }

        // Made one after the other in the book, then waited for together.
        List<Task<ReportAnswer>> answers = [.. reports.Select(report => TakeAsync(trainer, report))];
        Task counted = reports.Any(report => report is CompletedReport or FailedReport)
            ? WriteAsync(() => store.SaveSweepAsync(Book.Update(Book.Stored.State, Book.Stored.Yardsticks)))
            : Task.CompletedTask;
        ImmutableArray<ReportAnswer> result = [.. await Task.WhenAll(answers)];
        await counted;
        Book.Meter.Add(0, Book.Done);
        events.Answered(reports, result);
        await FinishIfEndedAsync();
        return result;
    }

    /// <summary>Takes one report in: the book at once, the store awaited.</summary>
    private async Task<ReportAnswer> TakeAsync(string trainer, RunReport report)
    {
        SweepBook book = Book;
        if (book.Stored.State == SweepState.Cancelled || !book.Ledger.Renew(report.Run, report.Attempt, trainer, OverdueAt))
        {
            events.Rejected(report, trainer);
            return ReportAnswer.Rejected;
        }

        StoredRun run = book.Ledger.Find(report.Run)!;
        switch (report)
        {
            case ProgressReport progress:
                LiveRun live = book.Live[run.Run] = book.LiveOf(run.Run);
                book.Meter.Add(live.Take(progress), book.Done);
                break;

            case CheckpointReport checkpoint:
                await WriteAsync(() => Task.WhenAll(
                    store.SaveCheckpointAsync(run.RunKey, checkpoint.Epoch, checkpoint.Checkpoint),
                    checkpoint.GivesBack ? store.SaveRunsAsync(sweepId, [book.Ledger.Release(run.Run)]) : Task.CompletedTask));
                break;

            case CompletedReport completed:
                (bool keep, IReadOnlyList<int> displaced) = book.RankAndKeep(run.Run, completed.Result.Scores.ToScores());
                book.Live.Remove(run.Run);
                StoredRun ended = book.Ledger.Complete(run.Run, RunSummary.Of(completed.Result), reused: false);
                IReadOnlyList<string> letGo = book.Beginnings.Release([ended]);
                RunCheckpoint? handedOver =
                    completed.Checkpoint is { } last && book.Beginnings.TryKeep(run.Run) ? new RunCheckpoint(completed.Result.Epochs, last) : null;
                await WriteAsync(() => store.CompleteRunAsync(
                    new RunCompletion(
                        sweepId,
                        ended,
                        book.SpecOf(run.Run),
                        completed.Result,
                        keep ? completed.Generator : null,
                        [.. displaced.Select(other => book.Ledger.Find(other)!.RunKey)])
                    {
                        Checkpoint = handedOver,
                        LetGo = letGo,
                    }));
                events.Completed(book.Ledger.Find(run.Run)!, book.TotalOf(completed.Result.Scores.ToScores()));
                break;

            case FailedReport failed:
                book.Live.Remove(run.Run);
                StoredRun after = book.Ledger.Fail(run.Run, failed.Reason, final: failed.Final);
                if (after.State == RunState.Failed)
                {
                    book.Unrank(run.Run);
                }

                await SaveRunsAsync(book, [after]);
                events.Failed(failed);
                break;
        }

        return book.Stored.State == SweepState.Paused ? ReportAnswer.Stop : ReportAnswer.Accepted;
    }
}

using System.Collections.Immutable;
using GanSweep.Contracts.Datasets;
using GanSweep.Contracts.Reports;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Scores;
using GanSweep.Contracts.Sweeps;
using GanSweep.Evaluation;
using GanSweep.Gan.Engines;
using GanSweep.Numerics.Tables;
using GanSweep.Search.Definitions;
using GanSweep.Search.Keys;
using GanSweep.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;

namespace GanSweep.Grains.Sweeps;

/// <summary>
/// The coordinator of one sweep. Every change is made in the book first and is on disk before anyone is told; a change that the store
/// refuses ends the activation, and the next call begins again from what the store holds.
/// </summary>
/// <remarks>
/// Reentrant, so that reports that come together share the store's wait for the disk. Between two awaits nothing else runs, so each
/// change of the book is whole.
/// </remarks>
[Reentrant]
[KeepAlive]
public sealed partial class SweepGrain(
    ISweepStore store, IOptions<CoordinatorOptions> options, TimeProvider time, ILogger<SweepGrain> logger) : Grain, ISweepGrain
{
    private readonly CancellationTokenSource _deactivating = new();
    private readonly SemaphoreSlim _submitting = new(1);
    private SweepBook? _book;

    private string SweepId => this.GetPrimaryKeyString();

    private SweepBook Book => _book
        ?? throw new SweepNotFoundException($"There is no sweep {SweepId}. 'gansweep list' shows the sweeps there are.");

    // Leases are counted on the monotonic clock of this process: no clock that is set back can make one live longer.
    private TimeSpan Now => time.GetElapsedTime(0);

    private TimeSpan OverdueAt => Now + options.Value.LeaseDuration;

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (await store.FindSweepAsync(SweepId) is { } stored)
        {
            await OpenAsync(stored);
        }
    }

    /// <inheritdoc/>
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        return _deactivating.CancelAsync();
    }

    /// <inheritdoc/>
    public async Task<SweepSummary> SubmitAsync(SweepSubmission submission)
    {
        ArgumentNullException.ThrowIfNull(submission);
        await _submitting.WaitAsync();
        try
        {
            return await SubmitOneAsync(submission);
        }
        finally
        {
            _submitting.Release();
        }
    }

    /// <inheritdoc/>
    public async Task<Grants> GrantAsync(string trainer, int count)
    {
        SweepBook book = Book;
        if (!book.Open || book.Stored.Yardsticks is not { } yardsticks)
        {
            return new Grants([], book.Ledger.Leased.Count, book.Open);
        }

        foreach (int overdue in book.Ledger.Expire(Now))
        {
            LogOverdue(SweepId, overdue);
        }

        List<StoredRun> granted = [];
        while (granted.Count < count && book.Ledger.Grant(trainer, OverdueAt) is { } run)
        {
            granted.Add(run);
        }

        if (granted.Count == 0)
        {
            return new Grants([], book.Ledger.Leased.Count, Open: true);
        }

        await WriteAsync(store.SaveRunsAsync(SweepId, granted));
        ImmutableArray<Lease>.Builder leases = ImmutableArray.CreateBuilder<Lease>(granted.Count);
        foreach (StoredRun run in granted)
        {
            // Another sweep may have trained the same cell in the meantime.
            if (await store.FindResultAsync(run.RunKey) is { } found && !NeedsGenerator(run, found))
            {
                await ReuseAsync([(run.Run, found)]);
                continue;
            }

            leases.Add(new Lease
            {
                SweepId = SweepId,
                Run = run.Run,
                Attempt = run.Attempt,
                RunKey = run.RunKey,
                Spec = book.SpecOf(run.Run),
                Yardsticks = yardsticks,
                Checkpoint = await store.ReadCheckpointAsync(run.RunKey),
                Duration = options.Value.LeaseDuration,
            });
        }

        await FinishIfEndedAsync();
        return new Grants(leases.DrainToImmutable(), book.Ledger.Leased.Count, book.Open);
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<ReportAnswer>> ReportAsync(string trainer, ImmutableArray<RunReport> reports)
    {
        if (_book is null)
        {
            return [.. reports.Select(_ => ReportAnswer.Rejected)];
        }

        // Made one after the other in the book, then waited for together.
        List<Task<ReportAnswer>> answers = [.. reports.Select(report => TakeAsync(trainer, report))];
        ImmutableArray<ReportAnswer> result = [.. await Task.WhenAll(answers)];
        Book.Meter.Add(0, Book.Done());
        await FinishIfEndedAsync();
        return result;
    }

    /// <inheritdoc/>
    public Task<SweepSummary> GetSummaryAsync()
    {
        return Task.FromResult(Book.Summary());
    }

    /// <inheritdoc/>
    public Task<SweepProgress> GetProgressAsync()
    {
        return Task.FromResult(Book.Progress());
    }

    /// <inheritdoc/>
    public Task<Leaderboard> GetLeaderboardAsync(int? top)
    {
        return Task.FromResult(Book.Leaderboard(top));
    }

    /// <inheritdoc/>
    public async Task<RunDetails> GetRunAsync(int run)
    {
        StoredRun known = KnownRun(run);
        LeaderboardRow row = Book.Row(known, Book.Ranking.RankOf(run));
        if (known.State == RunState.Completed && await store.ReadResultAsync(known.RunKey) is { } result)
        {
            return new RunDetails(row, result.Losses, result.History);
        }

        return new RunDetails(row, Book.Live.GetValueOrDefault(run)?.Losses ?? LossHistory.Empty, []);
    }

    /// <inheritdoc/>
    public async Task<GeneratorFile> GetGeneratorAsync(int? run)
    {
        int wanted = run ?? (Book.Ranking.Best is { } best
            ? best.Run
            : throw new RunNotFoundException($"No run of {SweepId} has completed yet, so there is no generator. 'gansweep watch {SweepId}' shows how far it is."));
        StoredRun known = KnownRun(wanted);
        return await store.ReadGeneratorAsync(known.RunKey) is { } content
            ? new GeneratorFile(wanted, content)
            : throw new GeneratorNotKeptException(
                $"The generator of run {wanted} of {SweepId} is not kept: only those of the best {Book.Definition.KeepBest} completed runs are "
                + $"(now {(Book.Kept.Count == 0 ? "none" : string.Join(", ", Book.Kept.Order()))}). Raise keepBest in sweep.json to keep more.");
    }

    /// <inheritdoc/>
    public async Task<SweepSummary> CancelAsync()
    {
        if (Book.Open || Book.Stored.State == SweepState.Paused)
        {
            List<StoredRun> released = [.. Book.Ledger.Leased.ToList().Select(Book.Ledger.Release)];
            await WriteAsync(store.SaveRunsAsync(SweepId, released));
            await WriteAsync(store.SaveSweepAsync(Book.Update(SweepState.Cancelled, Book.Stored.Yardsticks)));
            LogCancelled(SweepId);
        }

        return Book.Summary();
    }

    /// <inheritdoc/>
    public async Task<int> RetryAsync()
    {
        List<StoredRun> reopened =
            [.. Book.Ledger.Known.Where(run => run.State == RunState.Failed).ToList().Select(run => Book.Ledger.Reopen(run.Run))];
        if (reopened.Count > 0)
        {
            await WriteAsync(store.SaveRunsAsync(SweepId, reopened));
            SweepState state = Book.Stored.State == SweepState.Completed ? SweepState.Running : Book.Stored.State;
            await WriteAsync(store.SaveSweepAsync(Book.Update(state, Book.Stored.Yardsticks)));
            await GrainFactory.GetGrain<IDispatcherGrain>(0).AnnounceAsync(SweepId);
        }

        return reopened.Count;
    }

    private async Task<SweepSummary> SubmitOneAsync(SweepSubmission submission)
    {
        if (_book is null)
        {
            SweepDefinition definition = Validated(submission);
            await ReadTableAsync(submission.DatasetHash);
            SweepCounts counts = new(definition.RunCount, 0, 0, 0, definition.RunCount, 0);
            StoredSweep stored = new(
                SweepId, submission.Json, submission.DatasetHash, SweepState.Running, time.GetUtcNow(), Yardsticks: null, counts, BestTotal: null);
            await WriteAsync(store.SaveSweepAsync(stored));
            LogSubmitted(SweepId, definition.RunCount);
            await OpenAsync(stored);
        }
        else if (Book.Stored.State == SweepState.Cancelled)
        {
            await WriteAsync(store.SaveSweepAsync(Book.Update(Book.Ledger.Ended ? SweepState.Completed : SweepState.Running, Book.Stored.Yardsticks)));
            await PrepareAsync();
        }

        await GrainFactory.GetGrain<IDispatcherGrain>(0).AnnounceAsync(SweepId);
        return Book.Summary();
    }

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
                book.Meter.Add(live.Take(progress), book.Done());
                break;

            case CheckpointReport checkpoint:
                Task written = store.SaveCheckpointAsync(run.RunKey, checkpoint.Epoch, checkpoint.Checkpoint);
                Task givenBack = checkpoint.GivesBack ? store.SaveRunsAsync(SweepId, [book.Ledger.Release(run.Run)]) : Task.CompletedTask;
                await WriteAsync(Task.WhenAll(written, givenBack));
                break;

            case CompletedReport completed:
                (bool keep, IReadOnlyList<int> displaced) = book.Rank(run.Run, completed.Result.Scores);
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
                    // It may be ranked: a run that was trained again for its generator.
                    book.Ranking.Remove(run.Run);
                }

                await WriteAsync(store.SaveRunsAsync(SweepId, [after]));
                LogFailed(SweepId, run.Run, run.Attempt, failed.Epoch, failed.Reason);
                break;
        }

        return book.Stored.State == SweepState.Paused ? ReportAnswer.Stop : ReportAnswer.Accepted;
    }

    /// <summary>Opens the sweep's book from the store.</summary>
    private async Task OpenAsync(StoredSweep stored)
    {
        SweepDefinition definition = SweepDefinition.Parse(stored.Json);
        Table table = await ReadTableAsync(stored.DatasetHash);
        SweepBook book = new(stored, definition, definition.EvaluationRows ?? EvaluationSample.RowsFor(table.RowCount), EngineVersion.Current, time);
        book.Restore(await store.ListRunsAsync(SweepId), Now + options.Value.RestartGrace);
        book.Ledger.Expire(Now);
        _book = book;
        await KeepBestAsync();
        await PrepareAsync();
    }

    /// <summary>Before the first lease: finds what the store knows already, and computes the yardsticks beside the grain's own thread.</summary>
    private async Task PrepareAsync()
    {
        SweepBook book = Book;
        if (!book.Open)
        {
            return;
        }

        if (book.Stored.Yardsticks is not null)
        {
            await ReuseKnownResultsAsync();
            return;
        }

        Table table = await ReadTableAsync(book.Stored.DatasetHash);
        _ = EstimateYardsticksAsync(book, table);
    }

    private async Task EstimateYardsticksAsync(SweepBook book, Table table)
    {
        try
        {
            CancellationToken stop = _deactivating.Token;
            Yardsticks yardsticks = await Task.Run(() => YardstickEstimator.Estimate(table, book.EvaluationRows, stop), stop);
            await WriteAsync(store.SaveSweepAsync(book.Update(book.Stored.State, yardsticks)));
            await ReuseKnownResultsAsync();
        }
        catch (OperationCanceledException) when (_deactivating.IsCancellationRequested)
        {
            // The next activation begins anew.
        }
        catch (Exception exception)
        {
            LogNotPrepared(exception, SweepId);
            DeactivateOnIdle();
        }
    }

    /// <summary>Counts the cells that the store has results of, from whichever sweep, as completed.</summary>
    private async Task ReuseKnownResultsAsync()
    {
        SweepBook book = Book;
        List<(int Run, StoredResult Found)> known = [];
        foreach (StoredResult result in await store.ListResultsAsync(book.Stored.DatasetHash))
        {
            if (result.Spec.EvaluationRows == book.EvaluationRows
                && book.Definition.RunOf(result.Spec) is int run
                && book.Ledger.Find(run) is null or { State: RunState.Pending, Summary: null }
                && RunKey.Compute(result.Spec, EngineVersion.Current) == result.RunKey)
            {
                known.Add((run, result));
            }
        }

        if (known.Count > 0)
        {
            await ReuseAsync(known);
            LogReused(SweepId, known.Count);
        }

        await FinishIfEndedAsync();
    }

    private async Task ReuseAsync(IReadOnlyList<(int Run, StoredResult Found)> known)
    {
        List<StoredRun> reused = [.. known.Select(item => Book.Ledger.Complete(item.Run, item.Found.Summary, reused: true))];
        foreach ((int run, StoredResult found) in known)
        {
            Book.Ranking.Remove(run);
            Book.Ranking.Add(run, Book.TotalOf(found.Summary.Scores));
        }

        await WriteAsync(store.SaveRunsAsync(SweepId, reused));
        await KeepBestAsync();
    }

    /// <summary>Makes the store keep the generators of the best runs, and notes which of them it has.</summary>
    private async Task KeepBestAsync()
    {
        Dictionary<string, int> best = Book.BestRuns().ToDictionary(run => Book.Ledger.Find(run)!.RunKey);
        IReadOnlySet<string> held = await WriteAsync(store.KeepGeneratorsAsync(SweepId, best.Keys));
        Book.SetKept(held.Select(key => best[key]));
    }

    /// <summary>Ends the sweep once every run has ended. Best runs whose results were found, but not their generators, are trained again first.</summary>
    private async Task FinishIfEndedAsync()
    {
        SweepBook book = Book;
        if (!book.Ledger.Ended || book.Stored.State != SweepState.Running)
        {
            return;
        }

        IReadOnlyList<int> missing = book.BestWithoutGenerator();
        if (missing.Count > 0)
        {
            LogGeneratorsMissing(SweepId, missing.Count);
            await WriteAsync(store.SaveRunsAsync(SweepId, [.. missing.Select(book.Ledger.Reopen)]));
            return;
        }

        await WriteAsync(store.SaveSweepAsync(book.Update(SweepState.Completed, book.Stored.Yardsticks)));
        LogEnded(SweepId, book.Ledger.Completed, book.Ledger.Failed);
    }

    // A run that was reopened for its generator has a result already; only a kept generator ends it.
    private static bool NeedsGenerator(StoredRun run, StoredResult found)
    {
        return run.Summary is not null && !found.HasGenerator;
    }

    private SweepDefinition Validated(SweepSubmission submission)
    {
        SweepDefinition definition;
        try
        {
            definition = SweepDefinition.Parse(submission.Json);
        }
        catch (SweepDefinitionException invalid)
        {
            throw new InvalidSubmissionException(invalid.Message);
        }

        string id = Search.Keys.SweepId.Compute(definition, submission.DatasetHash, EngineVersion.Current);
        return id == SweepId
            ? definition
            : throw new InvalidSubmissionException(
                $"The sweep was submitted as {SweepId}, but this coordinator makes it {id}. Use the same GanSweep version on both sides.");
    }

    private async Task<Table> ReadTableAsync(string datasetHash)
    {
        byte[] content = await store.ReadDatasetAsync(datasetHash)
            ?? throw new InvalidSubmissionException($"The store does not hold the table {datasetHash}. Upload it before the sweep is submitted.");
        try
        {
            return TableReader.Parse(content, $"table {datasetHash}");
        }
        catch (TableException invalid)
        {
            throw new InvalidSubmissionException(invalid.Message);
        }
    }

    private StoredRun KnownRun(int run)
    {
        return run < 1 || run > Book.Definition.RunCount
            ? throw new RunNotFoundException($"Sweep {SweepId} has no run {run}; its runs are 1 to {Book.Definition.RunCount}.")
            : Book.Ledger.Find(run)
                ?? new StoredRun(run, RunKey.Compute(Book.SpecOf(run), EngineVersion.Current), RunState.Pending, 0, 0, null, Reused: false, null);
    }

    private async Task WriteAsync(Task write)
    {
        try
        {
            await write;
        }
        catch (Exception exception)
        {
            // The book is now ahead of the disk: forget it.
            LogWriteFailed(exception, SweepId);
            DeactivateOnIdle();
            throw;
        }
    }

    private async Task<T> WriteAsync<T>(Task<T> write)
    {
        await WriteAsync((Task)write);
        return await write;
    }
}

using System.Collections.Immutable;
using GanSweep.Contracts.Reports;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Gan.Engines;
using GanSweep.Grains.Placement;
using GanSweep.Grains.Silos;
using GanSweep.Settings.Models;
using GanSweep.Sweeps.Definitions;
using GanSweep.Sweeps.Keys;
using GanSweep.Sweeps.Stores;
using GanSweep.Tables;
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
[CoordinatorPlacement]
public sealed partial class SweepGrain(
    ISweepStore store,
    IClusterMembershipService membership,
    ModelCatalog models,
    IOptions<CoordinatorOptions> options,
    SweepMetrics metrics,
    TimeProvider time,
    ILogger<SweepGrain> logger) : Grain, ISweepGrain
{
    // Far above what a person writes, far below what hurts.
    private const int MaxJsonLength = 1 << 20;

    private readonly CancellationTokenSource _deactivating = new();
    private readonly SemaphoreSlim _submitting = new(1);
    private SweepBook? _book;

    private string SweepId => this.GetPrimaryKeyString();

    private SweepBook Book => _book ?? throw Unknown();

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
        metrics.Forget(SweepId);
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
        ArgumentException.ThrowIfNullOrEmpty(trainer);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        SweepBook book = Book;
        if (!book.Open || book.Stored.Yardsticks is not { } yardsticks)
        {
            ShowCounts();
            return new Grants([], book.Ledger.Leased.Count, book.Open);
        }

        ExpireLeases();
        List<StoredRun> granted = [];
        while (granted.Count < count && book.Ledger.Grant(trainer, OverdueAt) is { } run)
        {
            granted.Add(run);
        }

        if (granted.Count == 0)
        {
            return new Grants([], book.Ledger.Leased.Count, Open: true);
        }

        // Asked for together, the write and the question share one wait for the disk.
        Task saved = WriteAsync(store.SaveRunsAsync(SweepId, granted));
        Task<IReadOnlyList<StoredResult>> finding = store.FindResultsAsync([.. granted.Select(run => run.RunKey)]);
        await Task.WhenAll(saved, finding);

        // Another sweep may have trained some of the cells in the meantime.
        List<(int Run, StoredResult Found)> known =
        [
            .. granted.Join(await finding, run => run.RunKey, found => found.RunKey, (run, found) => (run, found))
                .Where(pair => !NeedsGenerator(pair.run, pair.found))
                .Select(pair => (pair.run.Run, pair.found)),
        ];
        if (known.Count > 0)
        {
            await ReuseAsync(known);
        }

        ImmutableArray<Lease>.Builder leases = ImmutableArray.CreateBuilder<Lease>(granted.Count);
        foreach (StoredRun run in granted.ExceptBy(known.Select(item => item.Run), run => run.Run))
        {
            LogGranted(SweepId, run.Run, run.Attempt, trainer);
            leases.Add(new Lease
            {
                SweepId = SweepId,
                Run = run.Run,
                Attempt = run.Attempt,
                RunKey = run.RunKey,
                Spec = book.SpecOf(run.Run),
                Yardsticks = yardsticks,
                Epochs = book.EpochsOf(run.Run),
                Duration = options.Value.LeaseDuration,
            });
        }

        metrics.Granted(leases.Count);
        await FinishIfEndedAsync();
        return new Grants(leases.DrainToImmutable(), book.Ledger.Leased.Count, book.Open);
    }

    /// <inheritdoc/>
    public async Task<RunCheckpoint?> ReadCheckpointAsync(int run, int attempt)
    {
        return Book.Ledger.Holds(run, attempt) ? await store.ReadCheckpointAsync(Book.Ledger.Find(run)!.RunKey) : null;
    }

    /// <inheritdoc/>
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
            metrics.Answered(reports, rejected);
            return rejected;
        }

        // Made one after the other in the book, then waited for together.
        List<Task<ReportAnswer>> answers = [.. reports.Select(report => TakeAsync(trainer, report))];
        Task counted = reports.Any(report => report is CompletedReport or FailedReport)
            ? WriteAsync(store.SaveSweepAsync(Book.Update(Book.Stored.State, Book.Stored.Yardsticks)))
            : Task.CompletedTask;
        ImmutableArray<ReportAnswer> result = [.. await Task.WhenAll(answers)];
        await counted;
        Book.Meter.Add(0, Book.Done);
        metrics.Answered(reports, result);
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
        ExpireLeases();
        return Task.FromResult(Book.Progress());
    }

    /// <inheritdoc/>
    public Task<Leaderboard> GetLeaderboardAsync(int? top)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(top ?? 1, 1, nameof(top));
        return Task.FromResult(Book.Leaderboard(top));
    }

    /// <inheritdoc/>
    public async Task<RunDetails> GetRunAsync(int run)
    {
        StoredRun known = KnownRun(run);
        LeaderboardRow row = Book.Row(known, Book.Ranking.RankOf(run));
        if (known.State == RunState.Completed && await store.ReadResultAsync(known.RunKey) is { } result)
        {
            return new RunDetails(row, result.Losses, result.History) { Yardsticks = Book.WeightedYardsticks() };
        }

        return new RunDetails(row, Book.Live.GetValueOrDefault(run)?.Losses ?? LossHistory.Empty, []) { Yardsticks = Book.WeightedYardsticks() };
    }

    /// <inheritdoc/>
    public Task<SweepProvenance> GetProvenanceAsync()
    {
        return Task.FromResult(Book.Provenance());
    }

    /// <inheritdoc/>
    public async Task<GeneratorFile> GetGeneratorAsync(int? run)
    {
        int wanted = run ?? (Book.Ranking.Best is { } best
            ? best.Run
            : throw new RunNotFoundException(Book.Ledger.Completed > 0
                ? $"No completed run of {SweepId} is within the limits of its ranking. 'gansweep leaderboard {SweepId}' shows what excludes them."
                : Book.Ledger.Ended
                ? $"No run of {SweepId} has completed, so there is no generator. 'gansweep leaderboard {SweepId}' shows why they failed."
                : $"No run of {SweepId} has completed yet, so there is no generator. 'gansweep watch {SweepId}' shows how far it is."));
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
    public async Task<SweepSummary> PauseAsync()
    {
        if (Book.Open)
        {
            // The trainers are told when they next report; each gives its runs back with a checkpoint.
            await WriteAsync(store.SaveSweepAsync(Book.Update(SweepState.Paused, Book.Stored.Yardsticks)));
            LogPaused(SweepId);
        }

        return Book.Summary();
    }

    /// <inheritdoc/>
    public async Task<SweepSummary> ResumeAsync()
    {
        if (Book.Stored.State is SweepState.Paused or SweepState.Cancelled)
        {
            await GoOnAsync();
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
            await AnnounceAsync();
        }

        return reopened.Count;
    }

    /// <summary>Opens the sweep's book from the store.</summary>
    private async Task OpenAsync(StoredSweep stored)
    {
        SweepDefinition definition = SweepDefinition.Parse(stored.Json, models);
        Table table = await ReadTableAsync(stored.DatasetHash);
        SweepBook book = new(stored, definition, definition.EvaluationRows ?? EvaluationSample.RowsFor(table.RowCount), EngineVersion.Here, time);
        book.Restore(await store.ListRunsAsync(SweepId), Now + options.Value.RestartGrace);
        metrics.Expired(book.Ledger.Expire(Now, _ => false).Count);
        _book = book;
        ShowCounts();
        await KeepBestAsync();
        await PrepareAsync();
    }

    private void ExpireLeases()
    {
        foreach (int run in Book.Ledger.Expire(Now, holder => TrainerBook.IsGone(membership, holder)))
        {
            LogOverdue(SweepId, run, Book.Live.GetValueOrDefault(run)?.Epoch ?? 0);
            metrics.Expired(1);
            ShowCounts();
        }
    }

    private StoredRun KnownRun(int run)
    {
        return run < 1 || run > Book.Definition.RunCount
            ? throw new RunNotFoundException($"Sweep {SweepId} has no run {run}; its runs are 1 to {Book.Definition.RunCount}.")
            : Book.Ledger.Find(run)
                ?? new StoredRun(run, RunKey.Compute(Book.SpecOf(run), EngineVersion.Here), RunState.Pending, 0, 0, null, Reused: false, null);
    }

    private SweepNotFoundException Unknown()
    {
        // Else every name that is asked for would stay in memory.
        DeactivateOnIdle();
        return new SweepNotFoundException($"There is no sweep {SweepId}. 'gansweep list' shows the sweeps there are.");
    }

    private void ShowCounts()
    {
        if (_book is { } book)
        {
            metrics.Show(SweepId, book.Stored.State, book.Counts());
        }
    }

    private async Task WriteAsync(Task write)
    {
        try
        {
            await write;
            ShowCounts();
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

using System.Runtime.ExceptionServices;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Evaluation.Scoring;
using GanSweep.Settings.Models;
using GanSweep.Sweeps.Books;
using GanSweep.Sweeps.Definitions;
using GanSweep.Sweeps.Engines;
using GanSweep.Sweeps.Keys;
using GanSweep.Sweeps.Scheduling;
using GanSweep.Sweeps.Stores;
using GanSweep.Sweeps.Views;
using GanSweep.Tables;

namespace GanSweep.Sweeps.Coordination;

/// <summary>
/// Coordinates one sweep. Every change is made in the book first and is on disk before anyone is told; after a change that the store
/// refuses (<see cref="ISweepEvents.WriteFailed"/>), this coordinator is done with, and another begins again from what the store holds.
/// </summary>
/// <remarks>
/// Calls may overlap, so that reports that come together share the store's wait for the disk, but not run in parallel: between two awaits
/// nothing else runs, so each change of the book is whole. It waits for nothing but the store.
/// </remarks>
/// <param name="sweepId">The sweep.</param>
/// <param name="store">Where it is kept.</param>
/// <param name="models">The models that it can train.</param>
/// <param name="engine">What it is trained with.</param>
/// <param name="options">How trainers are treated.</param>
/// <param name="isGone">Whether a trainer is known to be dead.</param>
/// <param name="time">The clock; leases are counted on its monotonic time, so that no clock that is set back can make one live longer.</param>
/// <param name="events">Is told what happens.</param>
public sealed partial class SweepCoordinator(
    string sweepId,
    ISweepStore store,
    ModelCatalog models,
    EngineFacts engine,
    CoordinatorOptions options,
    Func<string, bool> isGone,
    TimeProvider time,
    ISweepEvents events)
{
    private readonly HashSet<Task> _underWay = [];
    private SweepBook? _book;

    // Kept until the yardsticks are known, which are computed of it.
    private Table? _table;

    // What a lease needs of the yardsticks: known long before they are.
    private Scores? _secondSample;
    private ExceptionDispatchInfo? _failure;
    private int _keeping;
    private TimeSpan _preparingSince;
    private double _prepared;

    /// <summary>Whether the sweep was ever submitted.</summary>
    public bool Exists => _book is not null;

    private SweepBook Book => _book
        ?? throw new SweepNotFoundException($"There is no sweep {sweepId}. 'gansweep list' shows the sweeps there are.");

    /// <summary>What runs are scored by, once it is known. Where weights are told, that is when all yardsticks are.</summary>
    private Scores? SecondSample => Book.Stored.Yardsticks?.SecondSample ?? _secondSample;

    private TimeSpan Now => time.GetElapsedTime(0);

    private TimeSpan OverdueAt => Now + options.LeaseDuration;

    /// <summary>Takes over what the store holds of the sweep, if it holds any. Called once, before all else.</summary>
    public async Task OpenAsync()
    {
        if (await store.FindSweepAsync(sweepId) is { } stored)
        {
            await OpenAsync(stored, SweepDefinition.Restore(stored.Json, models, stored.AsOf()), await store.ReadTableAsync(stored.DatasetHash));
        }
    }

    /// <summary>The sweep in one line.</summary>
    public SweepSummary Summary()
    {
        return Book.Summary();
    }

    /// <summary>The sweep as a watcher sees it.</summary>
    public SweepProgress Progress()
    {
        ExpireLeases();
        SweepProgress progress = Book.Progress();
        if (!Book.Open || SecondSample is not null)
        {
            return progress;
        }

        double prepared = Volatile.Read(ref _prepared);
        return progress with
        {
            Prepared = prepared,
            TimeLeft = prepared > 0 ? (Now - _preparingSince) * ((1 - prepared) / prepared) : null,
        };
    }

    /// <summary>The ranking.</summary>
    /// <param name="top">How many ranked rows at most, and as many excluded ones, or null for all; other runs come only with all.</param>
    public Leaderboard Leaderboard(int? top)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(top ?? 1, 1, nameof(top));
        return Book.Leaderboard(top);
    }

    /// <summary>The same, in parts of some milliseconds, between which its caller may do other things with this sweep.</summary>
    /// <param name="top">How many ranked rows at most, and as many excluded ones, or null for all; other runs come only with all.</param>
    /// <param name="rest">Waits until it is to go on, by the same thread of work.</param>
    public async Task<Leaderboard> LeaderboardAsync(int? top, Func<Task> rest)
    {
        const int RowsAtOnce = 500;
        ArgumentOutOfRangeException.ThrowIfLessThan(top ?? 1, 1, nameof(top));
        ArgumentNullException.ThrowIfNull(rest);
        LeaderboardDraft draft = new(Book, top);
        for (draft.Add(RowsAtOnce); !draft.IsWhole; draft.Add(RowsAtOnce))
        {
            await rest();
        }

        return draft.Finish();
    }

    /// <summary>What was asked for, on which table, and who computed it.</summary>
    public SweepProvenance Provenance()
    {
        return Book.Provenance();
    }

    /// <summary>One run, whole.</summary>
    /// <exception cref="RunNotFoundException">The sweep has no such run.</exception>
    public Task<RunDetails> ReadRunAsync(int run)
    {
        return Book.ReadRunAsync(store, run);
    }

    /// <summary>A kept generator's file: that of a run, or of the best run.</summary>
    /// <exception cref="RunNotFoundException">The sweep has no such run, or no completed run yet.</exception>
    /// <exception cref="GeneratorNotKeptException">The run's generator is not kept.</exception>
    public Task<GeneratorFile> ReadGeneratorAsync(int? run)
    {
        return Book.ReadGeneratorAsync(store, run);
    }

    /// <summary>Ends the sweep: no more leases; running runs stop. What is completed stays.</summary>
    public async Task<SweepSummary> CancelAsync()
    {
        if (Book.Open || Book.Stored.State == SweepState.Paused)
        {
            // At once, lest the released runs be granted before the sweep is known to be cancelled.
            List<StoredRun> released = [.. Book.Ledger.Leased.ToList().Select(Book.Ledger.Release)];
            StoredSweep cancelled = Book.Update(SweepState.Cancelled, Book.Stored.Yardsticks);
            await WriteAsync(() => Task.WhenAll(store.SaveRunsAsync(sweepId, released), store.SaveSweepAsync(cancelled)));
            events.Cancelled();
        }

        return Book.Summary();
    }

    /// <summary>Grants no more leases until the sweep is resumed. The trainers are told when they next report; each gives its runs back with a checkpoint.</summary>
    public async Task<SweepSummary> PauseAsync()
    {
        if (Book.Open)
        {
            await WriteAsync(() => store.SaveSweepAsync(Book.Update(SweepState.Paused, Book.Stored.Yardsticks)));
            events.Paused();
        }

        return Book.Summary();
    }

    /// <summary>Goes on with a paused or cancelled sweep.</summary>
    /// <returns>Whether it was one.</returns>
    public async Task<bool> ResumeAsync()
    {
        if (Book.Stored.State is not (SweepState.Paused or SweepState.Cancelled))
        {
            return false;
        }

        await WriteAsync(() => store.SaveSweepAsync(Book.Update(SweepState.Running, Book.Stored.Yardsticks)));
        events.Resumed();
        await ReuseKnownResultsAsync();
        return true;
    }

    /// <summary>Puts the failed runs back to pending. Returns how many.</summary>
    public async Task<int> RetryAsync()
    {
        List<StoredRun> reopened =
            [.. Book.Ledger.Known.Where(run => run.State == RunState.Failed).ToList().Select(run => Book.Ledger.Reopen(run.Run))];
        if (reopened.Count > 0)
        {
            await WriteAsync(() => store.SaveRunsAsync(sweepId, reopened));
            SweepState state = Book.Stored.State == SweepState.Completed ? SweepState.Running : Book.Stored.State;
            await WriteAsync(() => store.SaveSweepAsync(Book.Update(state, Book.Stored.Yardsticks)));
        }

        return reopened.Count;
    }

    private async Task OpenAsync(StoredSweep stored, SweepDefinition definition, Table table)
    {
        SweepBook book = new(stored with { TableSize = table.Size }, definition, table.Size, engine.OfRun, time);
        book.Restore(await store.ListCohortsAsync(sweepId), await store.ListRunsAsync(sweepId), Now + options.RestartGrace);
        events.Forgotten(book.Ledger.Expire(Now, _ => false).Count);
        _book = book;
        _table = stored.Yardsticks is null ? table : null;
        ShowCounts();
        await KeepBestAsync();
        await ReuseKnownResultsAsync();
    }

    // What a search has decided is on the disk when a run of it is: in one write. One that is under way already may fail, so each has all that is not known to be there.
    private async Task SaveRunsAsync(SweepBook book, IReadOnlyList<StoredRun> runs, IEnumerable<string>? left = null)
    {
        IReadOnlyList<StoredCohort> decided = book.NewCohorts();
        IReadOnlyList<string> letGo = [.. book.Beginnings.Release(runs), .. left ?? []];
        await WriteAsync(() => store.SaveRunsAsync(sweepId, runs, decided, letGo));
        book.SetSaved(decided);
    }

    private void ShowCounts()
    {
        if (_book is { } book)
        {
            events.Changed(book.Stored.State, book.Counts());
        }
    }

    // The one way to the disk. After a write that failed there is no other: the book is ahead of the disk, and what it says must not get there.
    // Nor is one answered that was under way then and succeeded: what it wrote may rest on what is not there, such as a lease on the release before it.
    private async Task<T> WriteAsync<T>(Func<Task<T>> start)
    {
        _failure?.Throw();
        Task<T> write = start();
        _underWay.Add(write);
        T written;
        try
        {
            written = await write;
        }
        catch (Exception exception)
        {
            _failure ??= ExceptionDispatchInfo.Capture(exception);
            events.WriteFailed(exception);
            throw;
        }
        finally
        {
            _underWay.Remove(write);
        }

        _failure?.Throw();
        ShowCounts();
        return written;
    }

    private Task<bool> WriteAsync(Func<Task> start)
    {
        return WriteAsync(async () =>
        {
            await start();
            return true;
        });
    }
}

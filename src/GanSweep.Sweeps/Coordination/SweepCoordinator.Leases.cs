using System.Collections.Immutable;
using GanSweep.Contracts.Runs;
using GanSweep.Evaluation.Scoring;
using GanSweep.Sweeps.Books;
using GanSweep.Sweeps.Stores;
using GanSweep.Sweeps.Wire;

namespace GanSweep.Sweeps.Coordination;

// What trainers are given.
public sealed partial class SweepCoordinator
{
    /// <summary>Grants at most <paramref name="count"/> leases, fewer when less is to be done. Each is on disk before it is granted.</summary>
    public async Task<Grants> GrantAsync(string trainer, int count)
    {
        ArgumentException.ThrowIfNullOrEmpty(trainer);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        SweepBook book = Book;
        if (!book.Open || SecondSample is not { } secondSample)
        {
            ShowCounts();
            return new Grants([], book.Ledger.Leased.Count, book.Open);
        }

        ExpireLeases();
        if (book.Review() is { } complaint)
        {
            events.Disagreed(complaint);
            await PauseAsync();
            return new Grants([], book.Ledger.Leased.Count, book.Open);
        }

        List<Lease> leases = [];
        while (leases.Count < count && book.Open && await GrantNextAsync(book, secondSample, trainer, count - leases.Count) is { } more)
        {
            leases.AddRange(more);
        }

        await FinishIfEndedAsync();
        return new Grants([.. leases], book.Ledger.Leased.Count, book.Open);
    }

    // Null if there is nothing to grant now. None of them may be left once what the store knows already is taken out: then there may be more.
    private async Task<ImmutableArray<Lease>?> GrantNextAsync(SweepBook book, Scores secondSample, string trainer, int count)
    {
        List<StoredRun> granted = [];
        List<StoredRun> shared = [];
        while (granted.Count < count && book.Ledger.Grant(trainer, OverdueAt, shared) is { } run)
        {
            granted.Add(run);
        }

        if (granted.Count + shared.Count == 0)
        {
            return null;
        }

        // Asked for together, the write and the question share one wait for the disk.
        Task saved = SaveRunsAsync(book, [.. granted, .. shared]);
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

        // What was cancelled meanwhile is nobody's any more, and may be granted again already.
        ImmutableArray<Lease> leases =
        [
            .. granted.ExceptBy(known.Select(item => item.Run), run => run.Run)
                .Where(run => book.Ledger.Holds(run.Run, run.Attempt))
                .Select(run => LeaseOf(book, run, secondSample)),
        ];
        book.Meter.Add(0, book.Done);
        if (shared.Count > 0)
        {
            events.Shared(shared.Count);
        }

        events.Granted(leases, trainer);
        return leases;
    }

    /// <summary>The checkpoint that the holder of a lease is to go on from, its run's or that of the run's beginning, or null to begin at the start.</summary>
    public async Task<RunCheckpoint?> ReadCheckpointAsync(int run, int attempt)
    {
        SweepBook book = Book;
        if (!book.Ledger.Holds(run, attempt))
        {
            return null;
        }

        return await store.ReadCheckpointAsync(book.Ledger.Find(run)!.RunKey)
            ?? (book.BeginningKeyOf(run) is { } beginning ? await store.ReadCheckpointAsync(beginning) : null);
    }

    private Lease LeaseOf(SweepBook book, StoredRun run, Scores secondSample)
    {
        return new Lease
        {
            SweepId = sweepId,
            Run = run.Run,
            Attempt = run.Attempt,
            RunKey = run.RunKey,
            EngineVersion = book.EngineVersionOf(run.Run),
            Spec = book.SpecOf(run.Run),
            SecondSample = secondSample.ToWire(),
            Epochs = book.EpochsOf(run.Run),
            Beginning = book.BeginningKeyOf(run.Run),
            Duration = options.LeaseDuration,
        };
    }

    private void ExpireLeases()
    {
        foreach (int run in Book.Ledger.Expire(Now, isGone))
        {
            events.Overdue(run, Book.Live.GetValueOrDefault(run)?.Epoch ?? 0);
            ShowCounts();
        }
    }
}

using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Sweeps.Books;
using GanSweep.Sweeps.Scheduling;
using GanSweep.Sweeps.Stores;

namespace GanSweep.Sweeps.Views;

/// <summary>What clients are shown of single runs: what the book knows, and what only the store has.</summary>
internal static class RunViews
{
    /// <summary>One run, whole.</summary>
    /// <exception cref="RunNotFoundException">The sweep has no such run.</exception>
    public static async Task<RunDetails> ReadRunAsync(this SweepBook book, ISweepStore store, int run)
    {
        StoredRun known = book.KnownRun(run);
        LeaderboardRow row = book.Row(known, known.State == RunState.Completed ? book.Ranking.RankOf(book.Ledger.OriginalOf(run)) : book.Ranking.RankOf(run));
        if (row is { State: RunState.Pending, Attempts: > 0 } && await store.ReadCheckpointAsync(known.RunKey) is { } checkpoint)
        {
            // It goes on from there.
            row = row with { Epochs = checkpoint.Epoch };
        }

        return known.State == RunState.Completed && await store.ReadResultAsync(known.RunKey) is { } result
            ? new RunDetails(row, result.Losses, result.History) { Yardsticks = book.WeightedYardsticks(), Story = book.StoryOf(run) }
            : new RunDetails(row, book.LiveOf(run).Losses, []) { Yardsticks = book.WeightedYardsticks(), Story = book.StoryOf(run) };
    }

    /// <summary>A kept generator's file: that of a run, or of the best run.</summary>
    /// <exception cref="RunNotFoundException">The sweep has no such run, or no completed run yet.</exception>
    /// <exception cref="GeneratorNotKeptException">The run's generator is not kept.</exception>
    public static async Task<GeneratorFile> ReadGeneratorAsync(this SweepBook book, ISweepStore store, int? run)
    {
        int wanted = run ?? book.Ranking.Best?.Run ?? throw new RunNotFoundException(book.WhyNoneIsBest());
        StoredRun known = book.KnownRun(wanted);
        return await store.ReadGeneratorAsync(known.RunKey) is { } content
            ? new GeneratorFile(wanted, content)
            : throw new GeneratorNotKeptException(
                $"The generator of run {wanted} of {book.Stored.SweepId} is not kept: only those of the best {book.Definition.KeepBest} completed runs are "
                + $"(now {(book.Kept.Count == 0 ? "none" : string.Join(", ", book.Kept.Order()))}). Raise keepBest in sweep.json to keep more.");
    }

    private static string WhyNoneIsBest(this SweepBook book)
    {
        string sweep = book.Stored.SweepId;
        return book.Ledger.Completed > 0
            ? $"No completed run of {sweep} is within the limits of its ranking. 'gansweep leaderboard {sweep}' shows what excludes them."
            : book.Ledger.Ended
            ? $"No run of {sweep} has completed, so there is no generator. 'gansweep leaderboard {sweep}' shows why they failed."
            : $"No run of {sweep} has completed yet, so there is no generator. 'gansweep watch {sweep}' shows how far it is.";
    }

    private static StoredRun KnownRun(this SweepBook book, int run)
    {
        string sweep = book.Stored.SweepId;
        if (run < 1 || run > book.Ledger.RunCount)
        {
            throw new RunNotFoundException($"Sweep {sweep} has no run {run}; its runs are 1 to {book.Ledger.RunCount}.");
        }

        if (book.Ledger.Find(run) is { } known)
        {
            return known;
        }

        // To look decides nothing.
        bool isDecided = book.Search is { } search ? run <= search.Decided.Runs : book.Decide(run) is Decision.Train;
        return isDecided
            ? new StoredRun(run, book.KeyOf(run), RunState.Pending, 0, 0, null, Reused: false, null)
            : throw new RunNotFoundException($"What run {run} of {sweep} is hangs on runs that have not ended.");
    }
}

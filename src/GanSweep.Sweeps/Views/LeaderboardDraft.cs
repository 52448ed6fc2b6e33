using System.Collections.Immutable;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Sweeps.Books;
using GanSweep.Sweeps.Stores;

namespace GanSweep.Sweeps.Views;

/// <summary>
/// A leaderboard while it is made, some rows at a time: a hundred thousand take seconds, in which trainers want to be heard. Which runs it has, their states and
/// ranks are those of its beginning; what a trainer last told of one, and who it is, are as they are when its row is made.
/// </summary>
internal sealed class LeaderboardDraft
{
    private readonly SweepBook _book;
    private readonly SweepSummary _summary;
    private readonly (StoredRun Run, int? Rank)[] _order;
    private readonly ImmutableArray<LeaderboardRow>.Builder _rows;

    /// <param name="book">The sweep.</param>
    /// <param name="top">How many ranked rows at most, and as many excluded ones, or null for all; other runs come only with all.</param>
    public LeaderboardDraft(SweepBook book, int? top)
    {
        _book = book;
        _summary = book.Summary();

        // Whoever asks for the best few asks for trainings; with all come the runs that share one, each after its own.
        ILookup<int, StoredRun> copies = (top is not null ? [] : book.Ledger.Known)
            .Where(run => run.State == RunState.Completed && book.Ledger.OriginalOf(run.Run) != run.Run)
            .OrderBy(run => run.Run)
            .ToLookup(run => book.Ledger.OriginalOf(run.Run));
        IEnumerable<(StoredRun, int?)> ranked = book.Ranking
            .Top(top ?? int.MaxValue)
            .SelectMany((ranked, index) => copies[ranked.Run].Prepend(book.Ledger.Find(ranked.Run)!).Select(run => (run, (int?)(index + 1))));
        IEnumerable<(StoredRun, int?)> excluded = book.Excluded
            .Take(top ?? int.MaxValue)
            .SelectMany(run => copies[run].Prepend(book.Ledger.Find(run)!).Select(run => (run, (int?)null)));
        IEnumerable<(StoredRun, int?)> others = top is not null ? [] : book.Ledger.Known
            .Where(run => run.State != RunState.Completed && book.Ranking.RankOf(run.Run) is null)
            .OrderBy(run => run.Run)
            .Select(run => (run, (int?)null));
        _order = [.. ranked, .. excluded, .. others];
        _rows = ImmutableArray.CreateBuilder<LeaderboardRow>(_order.Length);
    }

    /// <summary>Whether it has all its rows.</summary>
    public bool IsWhole => _rows.Count == _order.Length;

    /// <summary>Makes some more rows.</summary>
    /// <param name="count">How many at most.</param>
    public void Add(int count)
    {
        foreach ((StoredRun run, int? rank) in _order.AsSpan(_rows.Count, Math.Min(count, _order.Length - _rows.Count)))
        {
            _rows.Add(_book.Row(run, rank));
            if (run.State == RunState.Completed)
            {
                // For the remarks, which would find it out for all at once.
                _book.IsByThisEngine(run.Run, run.RunKey);
            }
        }
    }

    /// <summary>The leaderboard of the rows that were made.</summary>
    public Leaderboard Finish()
    {
        ImmutableArray<LeaderboardRow> rows = _rows.ToImmutable();
        return new Leaderboard
        {
            Summary = _summary,
            Yardsticks = _book.WeightedYardsticks(),
            VaryingKeys = _book.Definition.VaryingKeys,
            Rows = rows,
            Shared = _book.Ledger.Shared,
            Confirmed = _book.Confirmed(),
            Notes = _book.Notes(rows),
        };
    }
}

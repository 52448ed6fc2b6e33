using System.Collections.Immutable;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Scores;

namespace GanSweep.Contracts.Sweeps;

/// <summary>The runs of a sweep, ranked.</summary>
[GenerateSerializer, Immutable, Alias("GanSweep.Leaderboard")]
public sealed record Leaderboard
{
    /// <summary>Id, state, counts.</summary>
    [Id(0)] public required SweepSummary Summary { get; init; }

    /// <summary>What the scores are held against, totals by the sweep's weights; null until computed.</summary>
    [Id(1)] public YardstickValues? Yardsticks { get; init; }

    /// <summary>The configuration keys that vary in this sweep, as in sweep.json, in its order.</summary>
    [Id(2)] public required ImmutableArray<string> VaryingKeys { get; init; }

    /// <summary>
    /// Ranked runs by rank, then completed ones that the limits exclude, each followed by the runs whose training it is too; then the others that
    /// were ever leased, by number.
    /// </summary>
    [Id(3)] public required ImmutableArray<LeaderboardRow> Rows { get; init; }

    /// <summary>Remarks a reader needs, such as a score that is left out of the total.</summary>
    [Id(4)] public required ImmutableArray<string> Notes { get; init; }

    /// <summary>How many of the completed runs have the training of another, from which they differ in values without effect alone.</summary>
    [Id(5)] public int Shared { get; init; }

    /// <summary>The best configurations of a search as fresh seeds tell of them, the lowest median first; empty where nothing is confirmed, or not yet.</summary>
    [Id(6)] public ImmutableArray<ConfirmedConfiguration> Confirmed { get; init; } = [];

    /// <summary>The configuration that the search alone would have taken; null where nothing is confirmed, or not yet.</summary>
    public ConfirmedConfiguration? SearchWinner => Confirmed.FirstOrDefault(confirmed => confirmed.Place == 1);

    /// <summary>Whether its runs are those of a search: each has a place in it.</summary>
    public bool IsOfSearch => Rows.Any(row => row.Search is not null);

    /// <summary>The rows that have a training of their own.</summary>
    public IEnumerable<LeaderboardRow> Trainings => Rows.Where(row => row.SameAs is null);
}

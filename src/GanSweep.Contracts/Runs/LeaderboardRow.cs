using GanSweep.Contracts.Scores;

namespace GanSweep.Contracts.Runs;

/// <summary>One run on a leaderboard.</summary>
[GenerateSerializer, Immutable, Alias("GanSweep.LeaderboardRow")]
public sealed record LeaderboardRow
{
    /// <summary>The rank, from 1; null without scores, and for a run that the sweep's limits exclude.</summary>
    [Id(0)] public int? Rank { get; init; }

    /// <summary>The run's number in its sweep, from 1.</summary>
    [Id(1)] public required int Run { get; init; }

    /// <summary>The run key.</summary>
    [Id(2)] public required string Key { get; init; }

    /// <summary>Where it stands.</summary>
    [Id(3)] public required RunState State { get; init; }

    /// <summary>Leases granted so far.</summary>
    [Id(4)] public required int Attempts { get; init; }

    /// <summary>Epochs trained.</summary>
    [Id(5)] public int Epochs { get; init; }

    /// <summary>The epoch whose generator is the result, once completed.</summary>
    [Id(6)] public int? BestEpoch { get; init; }

    /// <summary>Seconds of training, once completed.</summary>
    [Id(7)] public double? Seconds { get; init; }

    /// <summary>Its configuration, whole.</summary>
    [Id(17)] public required RunConfiguration Configuration { get; init; }

    /// <summary>Its seed.</summary>
    [Id(9)] public required long Seed { get; init; }

    /// <summary>The scores of the best epoch (so far, while running); the total by the sweep's weights.</summary>
    [Id(10)] public ScoreValues? Scores { get; init; }

    /// <summary>Why it failed, or why its last attempt did.</summary>
    [Id(11)] public string? Error { get; init; }

    /// <summary>Whether its generator is kept and can be downloaded.</summary>
    [Id(12)] public bool GeneratorKept { get; init; }

    /// <summary>Whether the result was found in the store instead of being trained for this sweep.</summary>
    [Id(13)] public bool Reused { get; init; }

    /// <summary>The trainer that holds it, or that had its last attempt; null for a reused run.</summary>
    [Id(14)] public string? Trainer { get; init; }

    /// <summary>The last epoch's losses, while running.</summary>
    [Id(15)] public LossHistory? LastLosses { get; init; }

    /// <summary>Why the sweep's limits exclude it from the ranking: which score, and what is allowed; null if they do not.</summary>
    [Id(16)] public string? Excluded { get; init; }

    /// <summary>The run whose training is this one's too, since their configurations differ in values without effect alone; null if it has its own.</summary>
    [Id(18)] public int? SameAs { get; init; }

    /// <summary>Its place in the search; null in a sweep whose runs hang on nothing.</summary>
    [Id(19)] public SearchPlace? Search { get; init; }

    /// <summary>Whether it failed in a way in which any attempt would: its training diverges.</summary>
    [Id(20)] public bool FailsAlike { get; init; }

    /// <summary>Its configuration with all of its steps, where it is a whole run of a share of them, as a rung of a search had it in an earlier version; else null.</summary>
    [Id(21)] public RunConfiguration? Whole { get; init; }

    /// <summary>The epoch that it ends with, where a rung of a search gives it the beginning of its run alone; else null.</summary>
    [Id(22)] public int? Until { get; init; }

    /// <summary>Whether another run of its configuration goes as far as it does: their scores can be compared.</summary>
    /// <param name="other">The other.</param>
    public bool IsAsLongAs(LeaderboardRow other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Configuration == other.Configuration && Until == other.Until;
    }
}

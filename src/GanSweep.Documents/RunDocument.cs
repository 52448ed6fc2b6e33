using System.Text.Json.Serialization;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Sweeps.Wire;

namespace GanSweep.Documents;

/// <summary>One run of a leaderboard; with its losses and history, what <c>show --json</c> prints.</summary>
public sealed record RunDocument
{
    /// <summary>The sweep's id; left out in a leaderboard, which says it once.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Sweep { get; init; }

    /// <summary>The rank, from 1; null without scores, and for a run that the sweep's limits exclude.</summary>
    public required int? Rank { get; init; }

    /// <summary>The run's number in its sweep, from 1.</summary>
    public required int Run { get; init; }

    /// <summary>The run key: SHA-256 of all that the result hangs on.</summary>
    public required string Key { get; init; }

    /// <summary>Where it stands.</summary>
    public required RunState State { get; init; }

    /// <summary>Leases granted so far.</summary>
    public required int? Attempts { get; init; }

    /// <summary>Epochs trained.</summary>
    public required int Epochs { get; init; }

    /// <summary>The epoch whose generator is the result, once completed.</summary>
    public required int? BestEpoch { get; init; }

    /// <summary>Seconds of training, once completed.</summary>
    public required double? Seconds { get; init; }

    /// <summary>Its configuration by the keys of sweep.json, whole.</summary>
    public required RunConfiguration Config { get; init; }

    /// <summary>Its scores by name; the total by the sweep's weights.</summary>
    public required IReadOnlyDictionary<string, double?>? Scores { get; init; }

    /// <summary>Why it failed, or why its last attempt did.</summary>
    public required string? Error { get; init; }

    /// <summary>Why the sweep's limits exclude it from the ranking.</summary>
    public required string? Excluded { get; init; }

    /// <summary>Whether its generator is kept and can be downloaded.</summary>
    public required bool GeneratorKept { get; init; }

    /// <summary>The run whose training is this one's too; left out if it has its own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? SameAs { get; init; }

    /// <summary>Its place in the search; left out in a sweep whose runs hang on nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SearchPlace? Search { get; init; }

    /// <summary>The epoch that it ends with, where a rung gives it the beginning of its run alone; left out of a whole run.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Until { get; init; }

    /// <summary>What the search has done with its configuration, a sentence for each decision; left out likewise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Story { get; init; }

    /// <summary>Its seed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Seed { get; init; }

    /// <summary>Its losses so far, by name; left out in a leaderboard.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LossHistory? Losses { get; init; }

    /// <summary>Its evaluations so far; left out in a leaderboard.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ScorePointDocument>? History { get; init; }

    /// <summary>What its scores are held against; left out in a leaderboard, which says it once, and before it is computed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public YardsticksDocument? Yardsticks { get; init; }

    /// <summary>Whether the result was found in the store instead of being trained for this sweep; left out if not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Reused { get; init; }

    /// <summary>The trainer that holds it, or that had its last attempt; left out for a reused run.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Trainer { get; init; }

    /// <summary>The last epoch's losses, while running.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LossHistory? LastLosses { get; init; }

    /// <summary>Whether it failed in a way in which any attempt would; left out if not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool FailsAlike { get; init; }

    /// <summary>Its configuration with all of its steps, where it has a share of them on a rung of a search; else left out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RunConfiguration? Whole { get; init; }

    /// <summary>A row as it stands.</summary>
    public static RunDocument Of(LeaderboardRow row)
    {
        return new RunDocument
        {
            Rank = row.Rank,
            Run = row.Run,
            Key = row.Key,
            State = row.State,
            Attempts = row.Attempts,
            Epochs = row.Epochs,
            BestEpoch = row.BestEpoch,
            Seconds = Finite.OrNull(row.Seconds),
            Config = row.Configuration,
            Scores = row.Scores is null ? null : ScoresDocument.Of(row.Scores.ToScores()),
            Error = row.Error,
            Excluded = row.Excluded,
            GeneratorKept = row.GeneratorKept,
            SameAs = row.SameAs,
            Search = row.Search,
            Until = row.Until,
            Seed = row.Seed,
            Reused = row.Reused,
            Trainer = row.Trainer,
            LastLosses = row.LastLosses,
            FailsAlike = row.FailsAlike,
            Whole = row.Whole,
        };
    }

    /// <summary>The row that it tells of.</summary>
    public LeaderboardRow ToRow()
    {
        return new LeaderboardRow
        {
            Rank = Rank,
            Run = Run,
            Key = Key,
            State = State,
            Attempts = Attempts ?? 0,
            Epochs = Epochs,
            BestEpoch = BestEpoch,
            Seconds = Seconds,
            Configuration = Config,
            Seed = Seed ?? 0,
            Scores = Scores is null ? null : ScoresDocument.ToScores(Scores),
            Error = Error,
            GeneratorKept = GeneratorKept,
            Reused = Reused,
            Trainer = Trainer,
            LastLosses = LastLosses,
            Excluded = Excluded,
            SameAs = SameAs,
            Search = Search,
            FailsAlike = FailsAlike,
            Whole = Whole,
            Until = Until,
        };
    }

    /// <summary>A run with all that is known of it.</summary>
    public static RunDocument Of(string sweepId, RunDetails details)
    {
        return Of(details.Row) with
        {
            Sweep = sweepId,
            Story = details.Story is [_, ..] story ? story : null,
            Losses = details.Losses,
            History = [.. details.History.Select(point => new ScorePointDocument(point.Epoch, ScoresDocument.OfEpoch(point.Scores.ToScores())))],
            Yardsticks = YardsticksDocument.Of(details.Yardsticks),
        };
    }

    /// <summary>The run that it tells of, with all that is known of it.</summary>
    public RunDetails ToDetails()
    {
        return new RunDetails(
            ToRow(),
            Losses ?? LossHistory.Empty,
            [.. (History ?? []).Select(point => new ScorePoint(point.Epoch, ScoresDocument.ToScores(point.Scores)))])
        {
            Yardsticks = Yardsticks?.ToYardsticks(),
            Story = [.. Story ?? []],
        };
    }
}

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

    /// <summary>What the search has done with its configuration, a sentence for each decision; left out likewise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Story { get; init; }

    /// <summary>Its seed; left out in a leaderboard.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Seed { get; init; }

    /// <summary>Its losses so far, by name; left out in a leaderboard.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, object>? Losses { get; init; }

    /// <summary>Its evaluations so far; left out in a leaderboard.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ScorePointDocument>? History { get; init; }

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
        };
    }

    /// <summary>A run with all that is known of it.</summary>
    public static RunDocument Of(string sweepId, RunDetails details)
    {
        return Of(details.Row) with
        {
            Sweep = sweepId,
            Story = details.Story is [_, ..] story ? story : null,
            Seed = details.Row.Seed,
            Losses = LossesDocument.Of(details.Losses),
            History = [.. details.History.Select(point => new ScorePointDocument(point.Epoch, ScoresDocument.OfEpoch(point.Scores.ToScores())))],
        };
    }
}

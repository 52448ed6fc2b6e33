using System.Text.Json.Serialization;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Sweeps.Wire;

namespace GanSweep.Client.Documents;

/// <summary>One run of a leaderboard; with its losses and history, what <c>show --json</c> prints.</summary>
internal sealed record RunDocument
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Sweep { get; init; }

    public required int? Rank { get; init; }

    public required int Run { get; init; }

    public required string Key { get; init; }

    public required RunState State { get; init; }

    public required int? Attempts { get; init; }

    public required int Epochs { get; init; }

    public required int? BestEpoch { get; init; }

    public required double? Seconds { get; init; }

    public required RunConfiguration Config { get; init; }

    public required IReadOnlyDictionary<string, double?>? Scores { get; init; }

    public required string? Error { get; init; }

    public required string? Excluded { get; init; }

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

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Seed { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, object>? Losses { get; init; }

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
            Until = row.Until,
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

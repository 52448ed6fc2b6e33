using System.Collections.Immutable;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Scores;

namespace GanSweep.Contracts.Sweeps;

/// <summary>All that is known of one run.</summary>
/// <param name="Row">Its line of the leaderboard.</param>
/// <param name="Losses">Its losses so far.</param>
/// <param name="History">Its evaluations so far.</param>
[GenerateSerializer, Immutable, Alias("GanSweep.RunDetails")]
public sealed record RunDetails(
    [property: Id(0)] LeaderboardRow Row,
    [property: Id(1)] LossHistory Losses,
    [property: Id(2)] ImmutableArray<ScorePoint> History)
{
    /// <summary>What its scores are held against, totals by the sweep's weights; null until computed.</summary>
    [Id(3)] public YardstickValues? Yardsticks { get; init; }

    /// <summary>What the search has done with its configuration and why, a sentence for each decision; empty in a sweep whose runs hang on nothing.</summary>
    [Id(4)] public ImmutableArray<string> Story { get; init; } = [];
}

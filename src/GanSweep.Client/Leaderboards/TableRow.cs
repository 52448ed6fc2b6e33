using GanSweep.Evaluation.Scoring;

namespace GanSweep.Client.Leaderboards;

/// <summary>A line of the leaderboard's table: what stands before the scores, and the scores.</summary>
/// <param name="Rank">The rank; empty for a yardstick.</param>
/// <param name="Run">The run, or the replicates.</param>
/// <param name="Configuration">The values of the keys that vary.</param>
/// <param name="Scores">The scores.</param>
internal sealed record TableRow(string Rank, string Run, IReadOnlyList<string> Configuration, Scores Scores)
{
    /// <summary>Its place in the search, a cell for each heading; empty in a sweep whose runs hang on nothing.</summary>
    public IReadOnlyList<string> Place { get; init; } = [];
}

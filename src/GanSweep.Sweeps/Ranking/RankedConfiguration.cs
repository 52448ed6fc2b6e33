using System.Collections.Immutable;
using GanSweep.Contracts.Runs;
using GanSweep.Evaluation.Scoring;

namespace GanSweep.Sweeps.Ranking;

/// <summary>A configuration, ranked by the median of its replicates' totals.</summary>
/// <param name="Rank">The rank, from 1.</param>
/// <param name="Configuration">The configuration.</param>
/// <param name="Medians">The median of each score over the replicates; of an even number, the mean of the middle two.</param>
/// <param name="Runs">The completed replicates' run numbers, by rank.</param>
public sealed record RankedConfiguration(int Rank, RunConfiguration Configuration, Scores Medians, ImmutableArray<int> Runs)
{
    /// <summary>How far it came in a search: the place of the last of its runs that are counted; null in a sweep whose runs hang on nothing.</summary>
    public SearchPlace? Search { get; init; }
}

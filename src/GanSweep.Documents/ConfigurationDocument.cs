using System.Collections.Immutable;
using System.Text.Json.Serialization;
using GanSweep.Contracts.Runs;
using GanSweep.Sweeps.Ranking;

namespace GanSweep.Documents;

/// <summary>A configuration with the medians of its replicates.</summary>
/// <param name="Rank">Its rank, from 1.</param>
/// <param name="Runs">The runs that are counted.</param>
/// <param name="Config">What it is.</param>
/// <param name="Scores">The medians of its runs' scores.</param>
public sealed record ConfigurationDocument(int Rank, ImmutableArray<int> Runs, RunConfiguration Config, IReadOnlyDictionary<string, double?> Scores)
{
    /// <summary>How far it came in the search: the place of the runs that are counted; left out in a sweep whose runs hang on nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SearchPlace? Search { get; init; }

    /// <summary>The document of a ranked configuration.</summary>
    public static ConfigurationDocument Of(RankedConfiguration row)
    {
        return new ConfigurationDocument(row.Rank, row.Runs, row.Configuration, ScoresDocument.Of(row.Medians)) { Search = row.Search };
    }
}

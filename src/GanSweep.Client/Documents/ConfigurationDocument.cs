using System.Collections.Immutable;
using GanSweep.Contracts.Runs;
using GanSweep.Sweeps.Ranking;

namespace GanSweep.Client.Documents;

/// <summary>A configuration with the medians of its replicates.</summary>
internal sealed record ConfigurationDocument(int Rank, ImmutableArray<int> Runs, RunConfiguration Config, IReadOnlyDictionary<string, double?> Scores)
{
    public static ConfigurationDocument Of(RankedConfiguration row)
    {
        return new ConfigurationDocument(row.Rank, row.Runs, row.Configuration, ScoresDocument.Of(row.Medians));
    }
}

using System.Text.Json.Serialization;
using GanSweep.Contracts.Sweeps;
using GanSweep.Sweeps.Ranking;

namespace GanSweep.Documents;

/// <summary>A leaderboard of configurations, as <c>leaderboard --by-config --json</c> prints it.</summary>
/// <param name="Sweep">The sweep's id.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Counts">How many runs are in each state.</param>
/// <param name="Floor">What a perfect memoriser would get; null before it is computed.</param>
/// <param name="SecondSample">What a second sample would get.</param>
/// <param name="Configurations">The configurations by rank.</param>
public sealed record ConfigurationBoardDocument(
    string Sweep,
    SweepState State,
    CountsDocument Counts,
    IReadOnlyDictionary<string, double?>? Floor,
    IReadOnlyDictionary<string, double?>? SecondSample,
    [property: JsonPropertyOrder(2)] IReadOnlyList<ConfigurationDocument> Configurations)
{
    /// <summary>The best configurations of a search as fresh seeds tell of them, the lowest median first; left out where nothing is confirmed, or not yet.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), JsonPropertyOrder(1)]
    public IReadOnlyList<ConfirmedDocument>? Confirmed { get; init; }

    /// <summary>The document of ranked configurations.</summary>
    public static ConfigurationBoardDocument Of(Leaderboard board, IEnumerable<RankedConfiguration> rows)
    {
        LeaderboardDocument whole = LeaderboardDocument.Of(board with { Rows = [] });
        return new ConfigurationBoardDocument(
            whole.Sweep, whole.State, whole.Counts, whole.Floor, whole.SecondSample, [.. rows.Select(ConfigurationDocument.Of)])
        {
            Confirmed = whole.Confirmed,
        };
    }
}

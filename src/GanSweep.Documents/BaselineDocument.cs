using System.Text.Json.Serialization;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;

namespace GanSweep.Documents;

/// <summary>A simple synthesizer and its scores.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Scores">Its scores, each under its name.</param>
public sealed record BaselineDocument(string Name, IReadOnlyDictionary<string, double?> Scores)
{
    /// <summary>ε of the differential privacy of its rows; left out if nothing is guaranteed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Epsilon { get; init; }

    /// <summary>δ of it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Delta { get; init; }

    /// <summary>The baselines of yardsticks.</summary>
    public static IReadOnlyList<BaselineDocument> Of(Yardsticks yardsticks)
    {
        return
        [
            .. yardsticks.Baselines.Select(baseline => new BaselineDocument(baseline.Name, ScoresDocument.Of(baseline.Scores))
            {
                Epsilon = baseline.Guarantee?.Epsilon,
                Delta = baseline.Guarantee?.Delta,
            }),
        ];
    }
}

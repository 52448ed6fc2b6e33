using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;

namespace GanSweep.Client.Documents;

/// <summary>A simple synthesizer and its scores.</summary>
internal sealed record BaselineDocument(string Name, IReadOnlyDictionary<string, double?> Scores)
{
    public static IReadOnlyList<BaselineDocument> Of(Yardsticks yardsticks)
    {
        return [.. yardsticks.Baselines.Select(baseline => new BaselineDocument(baseline.Name, ScoresDocument.Of(baseline.Scores)))];
    }
}

using GanSweep.Contracts.Scores;

namespace GanSweep.Client.Documents;

/// <summary>The scores of a synthetic table.</summary>
internal sealed record ScoresDocument(
    double? MeanGap, double? StdGap, double? CorrelationDistance, double? JsEstimate, double? JsAdversarial, double? Total)
{
    public static ScoresDocument Of(GanScores scores)
    {
        return new ScoresDocument(
            Finite.OrNull(scores.MeanGap),
            Finite.OrNull(scores.StdGap),
            Finite.OrNull(scores.CorrelationDistance),
            Finite.OrNull(scores.JsEstimate),
            Finite.OrNull(scores.JsAdversarial),
            Finite.OrNull(scores.Total));
    }
}

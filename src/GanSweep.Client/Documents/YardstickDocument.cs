using GanSweep.Contracts.Scores;

namespace GanSweep.Client.Documents;

/// <summary>One of the two yardsticks.</summary>
internal sealed record YardstickDocument(double? MeanGap, double? StdGap, double? CorrelationDistance, double? JsEstimate, double? Total)
{
    public static YardstickDocument Of(GanScores scores)
    {
        return new YardstickDocument(
            Finite.OrNull(scores.MeanGap),
            Finite.OrNull(scores.StdGap),
            Finite.OrNull(scores.CorrelationDistance),
            Finite.OrNull(scores.JsEstimate),
            Finite.OrNull(scores.Total));
    }
}

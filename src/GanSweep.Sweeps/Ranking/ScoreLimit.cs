using System.Globalization;
using GanSweep.Evaluation.Scoring;

namespace GanSweep.Sweeps.Ranking;

/// <summary>What a score must be for a run to be ranked.</summary>
/// <param name="Score">The score.</param>
/// <param name="Minimum">The lowest value that is allowed, or null.</param>
/// <param name="Maximum">The highest value that is allowed, or null.</param>
public sealed record ScoreLimit(Score Score, double? Minimum, double? Maximum)
{
    /// <summary>Why the scores are excluded, or null if they are not. A score that does not exist excludes nothing; NaN does.</summary>
    public string? ReasonAgainst(Scores scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        if (scores[Score] is not { } value)
        {
            return null;
        }

        return !(value >= (Minimum ?? double.NegativeInfinity)) ? Reason(value, "at least", Minimum)
            : !(value <= (Maximum ?? double.PositiveInfinity)) ? Reason(value, "at most", Maximum)
            : null;
    }

    private string Reason(double value, string bound, double? allowed)
    {
        return string.Create(CultureInfo.InvariantCulture, $"{Score} is {value:0.####}; the sweep's limits allow {bound} {allowed}");
    }
}

using System.Runtime.InteropServices;
using GanSweep.Contracts.Scores;

namespace GanSweep.Evaluation;

/// <summary>The four scores of a synthetic table, before they are held against yardsticks.</summary>
/// <param name="MeanGap">Mean over columns of |mean_s − mean_r| / std_r.</param>
/// <param name="StdGap">Mean over columns of |std_s − std_r| / std_r, both with n − 1.</param>
/// <param name="CorrelationDistance">Mean over column pairs of |pearson_s − pearson_r|.</param>
/// <param name="JsEstimate">Mean over columns of the Jensen–Shannon divergence in bits between histograms of equal-frequency bins.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ScoreParts(double MeanGap, double StdGap, double CorrelationDistance, double JsEstimate)
{
    /// <summary>The four of a whole set of scores.</summary>
    public static ScoreParts Of(GanScores scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        return new ScoreParts(scores.MeanGap, scores.StdGap, scores.CorrelationDistance, scores.JsEstimate);
    }

    /// <summary>
    /// The equal-weight mean of the scores, each divided by its yardstick: 1 means as far from the real table as a second sample of the
    /// same source. A score whose yardstick is 0 leaves the mean; when all do, nothing can be told apart and the total is 0.
    /// </summary>
    /// <param name="secondSample">What the scores are divided by.</param>
    public double TotalAgainst(GanScores secondSample)
    {
        ArgumentNullException.ThrowIfNull(secondSample);
        double sum = 0;
        int count = 0;
        Add(MeanGap, secondSample.MeanGap, ref sum, ref count);
        Add(StdGap, secondSample.StdGap, ref sum, ref count);
        Add(CorrelationDistance, secondSample.CorrelationDistance, ref sum, ref count);
        Add(JsEstimate, secondSample.JsEstimate, ref sum, ref count);
        return count == 0 ? 0 : sum / count;
    }

    /// <summary>The scores with their total against <paramref name="secondSample"/>; <see cref="GanScores.JsAdversarial"/> is null.</summary>
    /// <param name="secondSample">What the scores are divided by for the total.</param>
    public GanScores WithTotal(GanScores secondSample)
    {
        return new GanScores
        {
            MeanGap = MeanGap,
            StdGap = StdGap,
            CorrelationDistance = CorrelationDistance,
            JsEstimate = JsEstimate,
            Total = TotalAgainst(secondSample),
        };
    }

    private static void Add(double score, double yardstick, ref double sum, ref int count)
    {
        if (yardstick > 0)
        {
            sum += score / yardstick;
            count++;
        }
    }
}

using GanSweep.Evaluation.Columns;
using GanSweep.Evaluation.Scoring;

namespace GanSweep.Evaluation.Standards;

/// <summary>The distribution of a score over random splits of the real table.</summary>
/// <param name="Score">The score.</param>
/// <param name="Mean">Its mean.</param>
/// <param name="Low">Its 5 % quantile.</param>
/// <param name="High">Its 95 % quantile.</param>
public sealed record ScoreRange(Score Score, double Mean, double Low, double High)
{
    /// <summary>
    /// Whether a value is beyond the range, and another comes about as far: that is in the outer half of the same side, and the value no farther than it by more than half of the range's width.
    /// </summary>
    /// <param name="value">The value.</param>
    /// <param name="other">The other.</param>
    public bool IsAboutAsFar(double value, double other)
    {
        double half = (value > High ? High : Low) - Mean;
        return value > High ? other > Mean + (half / 2) && value <= other + half
            : value < Low && other < Mean + (half / 2) && value >= other + half;
    }

    /// <summary>That of some values.</summary>
    internal static ScoreRange Of(Score score, double[] values)
    {
        double[] sorted = [.. values.Order()];
        return new ScoreRange(score, values.Average(), Quantile.OfSorted(sorted, 1, 20), Quantile.OfSorted(sorted, 19, 20));
    }
}

using GanSweep.Numerics.Elementary;

namespace GanSweep.Tables.Transforms;

/// <summary>
/// Keeps the gaps of a column open. By rank alone the rows on either side of one are neighbours, so that a network, which is smooth, draws rows
/// between two clusters: a third of the rows of a ring of eight lay between them. So scores on either side of a gap within the inner 90 % of the rows
/// are moved apart, by as much as it is wider than rows there are from each other, and all are brought back to mean 0 and deviation 1.
/// </summary>
internal static class QuantileGaps
{
    // Spacings of rows that are drawn from one density are about exponential: one in 150 is as wide as five.
    private const double UsualSpacings = 5;

    // In deviations of the inner rows: what is narrower is none, however close the other rows are, and what is wider counts no more.
    private const double NarrowestGap = 0.05;
    private const double WidestGap = 1;

    // How many times as wide as it is a gap becomes: enough for networks of two layers of 64 to keep off it.
    private const double Widening = 2;

    /// <summary>The scores of knots with the gaps between their values kept.</summary>
    /// <param name="scores">Their normal scores, ascending, <c>[knots]</c>.</param>
    /// <param name="values">Their values, not decreasing, <c>[knots]</c>.</param>
    /// <returns>As many, strictly increasing, and for the mirrored column the mirrored ones; null if there is no gap.</returns>
    public static float[]? Keep(IReadOnlyList<float> scores, IReadOnlyList<double> values)
    {
        double[] widths = Widths(scores, values);
        if (!widths.Any(width => width > 0))
        {
            return null;
        }

        double[] apart = MovedApart(scores, widths);
        double[] shares = [.. Enumerable.Range(0, apart.Length).Select(knot => ShareAbout(scores, knot))];
        double whole = MirroredSum.Of(shares.Length, knot => shares[knot]);
        double mean = MirroredSum.Of(shares.Length, knot => shares[knot] * apart[knot]) / whole;
        double variance = MirroredSum.Of(shares.Length, knot => shares[knot] * (apart[knot] - mean) * (apart[knot] - mean)) / whole;
        double scale = 1 / Math.Sqrt(variance);
        float[] kept = new float[apart.Length];
        for (int knot = 0; knot < kept.Length; knot++)
        {
            // Where a tail ends stays.
            float score = Math.Abs(scores[knot]) >= QuantileTransform.OutermostScore ? scores[knot] : (float)((apart[knot] - mean) * scale);
            kept[knot] = knot == 0 ? score : float.Max(score, float.BitIncrement(kept[knot - 1]));
        }

        return kept;
    }

    // By half of what lies below less half of what lies above, so that mirrored rows have the mirrored scores.
    private static double[] MovedApart(IReadOnlyList<float> scores, double[] widths)
    {
        double[] apart = [.. scores];
        double below = 0;
        double above = 0;
        for (int low = 1, high = apart.Length - 1; high > 0; low++, high--)
        {
            below += widths[low];
            apart[low] += below / 2;
            above += widths[high];
            apart[high - 1] -= above / 2;
        }

        return apart;
    }

    // By how much each knot is moved away from the one before it.
    private static double[] Widths(IReadOnlyList<float> scores, IReadOnlyList<double> values)
    {
        double[] widths = new double[scores.Count];
        // What is beyond has gaps as tails have them.
        int[] inner = [.. Enumerable.Range(0, scores.Count).Where(knot => Math.Abs(scores[knot]) <= QuantileTransform.OuterScore)];
        if (inner.Length < 2 || values[inner[0]] == values[inner[^1]])
        {
            return widths;
        }

        double deviation = (values[inner[^1]] - values[inner[0]]) / ((double)scores[inner[^1]] - scores[inner[0]]);
        for (int knot = inner[0] + 1; knot <= inner[^1]; knot++)
        {
            double usual = UsualSpacings * ((double)scores[knot] - scores[knot - 1]);
            double gap = ((values[knot] - values[knot - 1]) / deviation) - usual - NarrowestGap;
            widths[knot] = Widening * Math.Clamp(gap, 0, WidestGap);
        }

        return widths;
    }

    // About the share of the rows that a knot stands for.
    private static double ShareAbout(IReadOnlyList<float> scores, int knot)
    {
        double before = knot == 0 ? scores[knot] : scores[knot - 1];
        double after = knot == scores.Count - 1 ? scores[knot] : scores[knot + 1];
        return Exponential.Of(-0.5 * scores[knot] * scores[knot]) * (after - before);
    }
}

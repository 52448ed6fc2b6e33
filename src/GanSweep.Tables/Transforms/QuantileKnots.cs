using System.Runtime.InteropServices;
using GanSweep.Numerics.Distributions;

namespace GanSweep.Tables.Transforms;

/// <summary>Chooses the knots of a column, by the rules of <see cref="QuantileParameters"/>.</summary>
internal static class QuantileKnots
{
    // Φ⁻¹(0.95): the knots beyond it are the outermost 5 % that tell the slope of a tail.
    private const float OuterScore = 1.6448536f;

    // Half of the mean slope: between the outermost knots a line gives away what such a tail brings back, so that mean and deviation of heavy-tailed
    // columns stay. Without a tail the deviation of 400 rows of exp(z) is 1.2 % too low, with the whole slope 0.9 % too high, with half 0.2 % too low.
    private const double TailSlope = 0.5;

    // How near to 0 a tail may come that would otherwise cross it, in units of the outermost value.
    private const double NearestToZero = 0.001;

    // Far inside of what a double holds: the difference of two values is always finite.
    private const double LargestMagnitude = double.MaxValue / 4;

    /// <summary>Fits the knots of one column.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="values">The column, with at least two distinct values.</param>
    /// <param name="maximumKnots">The most knots to keep; of more, none for plateaus, and of more distinct values, this many evenly spaced ones.</param>
    /// <param name="clip">Whether to go without tails.</param>
    public static QuantileParameters Fit(string name, ReadOnlySpan<double> values, int maximumKnots, bool clip)
    {
        double[] sorted = values.ToArray();
        Array.Sort(sorted);
        (List<float> scores, List<double> distinct) = Knots(sorted, withPlateaus: true);
        if (distinct.Count > maximumKnots)
        {
            (scores, distinct) = Knots(sorted, withPlateaus: false);
        }

        if (distinct.Count > maximumKnots)
        {
            scores = Thin(scores, maximumKnots);
            distinct = Thin(distinct, maximumKnots);
        }

        if (!clip)
        {
            float edge = -(float)StandardNormal.Quantile(0.5 / sorted.Length);
            AddUpperTail(scores, distinct, edge);

            // The lower tail is the upper tail of the mirrored column.
            Mirror(scores, distinct);
            AddUpperTail(scores, distinct, edge);
            Mirror(scores, distinct);
        }

        return new QuantileParameters(name, sorted[0], sorted[^1], [.. scores], [.. distinct]);
    }

    private static (List<float> Scores, List<double> Values) Knots(double[] sorted, bool withPlateaus)
    {
        List<float> scores = [];
        List<double> values = [];
        for (int start = 0, end; start < sorted.Length; start = end)
        {
            end = start + 1;
            while (end < sorted.Length && sorted[end] == sorted[start])
            {
                end++;
            }

            bool isPlateau = withPlateaus && end - start > 1;
            double[] halfRanks = isPlateau ? [(2.0 * start) + 1, (double)start + end, (2.0 * end) - 1] : [(double)start + end];
            foreach (double below in halfRanks)
            {
                // Both halves from the lower one's quantiles, so that they mirror each other exactly.
                double above = (2.0 * sorted.Length) - below;
                double quantile = StandardNormal.Quantile(Math.Min(below, above) / (2.0 * sorted.Length));
                float score = (float)(below <= above ? quantile : -quantile);

                // Of more than 10 million rows, neighbours can share a score in single precision: then the next one up.
                scores.Add(scores.Count > 0 ? float.Max(score, float.BitIncrement(scores[^1])) : score);
                values.Add(sorted[start]);
            }
        }

        return (scores, values);
    }

    private static List<T> Thin<T>(List<T> knots, int count)
    {
        List<T> kept = new(count);
        for (int i = 0; i < count; i++)
        {
            kept.Add(knots[(int)((long)i * (knots.Count - 1) / (count - 1))]);
        }

        return kept;
    }

    private static void AddUpperTail(List<float> scores, List<double> values, float edge)
    {
        double outermost = values[^1];
        int next = values.FindLastIndex(value => value < outermost);
        int inner = Math.Min(scores.FindIndex(score => score >= OuterScore), next);
        if (inner < 0)
        {
            inner = next;
        }

        // A tied outermost value without a plateau has a score below the edge, and goes on up to it.
        if (edge > scores[^1])
        {
            scores.Add(edge);
            values.Add(outermost);
        }

        double slope = TailSlope * (outermost - values[inner]) / ((double)scores[^1] - scores[inner]);
        double end = Math.Min(outermost + (slope * (QuantileTransform.OutermostScore - scores[^1])), LargestMagnitude);
        if (outermost <= 0 && end >= 0)
        {
            end = outermost == 0 ? 0 : Math.Min(outermost * NearestToZero, -double.Epsilon);
        }

        scores.Add((float)QuantileTransform.OutermostScore);
        values.Add(end);
    }

    private static void Mirror(List<float> scores, List<double> values)
    {
        Negate(CollectionsMarshal.AsSpan(scores));
        Negate(CollectionsMarshal.AsSpan(values));
        scores.Reverse();
        values.Reverse();
    }

    private static void Negate<T>(Span<T> numbers)
        where T : System.Numerics.INumber<T>
    {
        foreach (ref T number in numbers)
        {
            number = -number;
        }
    }
}

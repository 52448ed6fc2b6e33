using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace GanSweep.Tables.Transforms;

/// <summary>
/// Parameters of <see cref="TransformKind.Quantile"/>: the knots of a piecewise linear function from normal score z to value x, constant
/// beyond the outermost knots. Each distinct value of the column is a knot, at z = Φ⁻¹(p) of its mid-rank p = (rows below + half the rows
/// equal) / rows, in single precision, as the networks see it; so it comes back bit by bit. (All columns together keep 2^20 knots; a column
/// with more distinct values than its share keeps evenly spaced ones.)
/// <para>
/// A value that several rows have is a plateau of three knots: it has the same value from the mid-rank of the first of these rows, (rows
/// below + ½) / rows, to that of the last. So a value that a twentieth of the real rows have, such as the 0 of a day without a price, is
/// had by a twentieth of the synthetic rows too, where a line alone would smear it over its neighbours. (A column whose share of knots does
/// not suffice goes without plateaus.)
/// </para>
/// <para>
/// Two tails exceed the observed range, unless it is to be clipped to. A row outside of it is expected once in as many rows as the table
/// has, so a tail begins at |z| = −Φ⁻¹(½ / rows), the score of an outermost value that stands alone; a tied one goes on unchanged up to
/// there. The tail is a line with half the mean slope of the outermost 5 % of the rows (at least of the two outermost values), with which mean and
/// deviation of the column are kept, and ends at |z| = 8,
/// which one normal number in 10^15 exceeds. In z, a line is the tail of a normal distribution: where the real tail is heavier it errs
/// towards the observed, and neither mean nor deviation of a sample is at the mercy of one extrapolated row. A line that would reach 0 from
/// a column of one sign ends instead at a thousandth of the outermost value, so that no sign appears that the column does not have; that of
/// a column which touches 0 without crossing it stays at 0.
/// </para>
/// <para>
/// A gap between clusters of rows is kept: scores on either side of it are farther apart than ranks are (<see cref="QuantileGaps"/>).
/// </para>
/// <para>
/// Calibrated to a generator (<see cref="TableTransform.Calibrated"/>), each score is what the generator says where a normal number would
/// say it, so that what it draws has the distribution of the column although what it says is not quite normal; the tails end where they did.
/// </para>
/// </summary>
/// <remarks>
/// <b>The knots are what is told of the real column</b> (<see cref="ObservedColumn"/>): its sorted distinct values, or, where rare ones are not told, those that enough
/// rows share and means of neighbours. A mean is one knot and no plateau, at the mean score of its rows, so that a line through such knots has their mean.
/// </remarks>
/// <param name="Name">The column's name.</param>
/// <param name="Minimum">The smallest value of the column.</param>
/// <param name="Maximum">The largest value of the column.</param>
/// <param name="Scores">Scores z of the knots, strictly increasing, <c>[knots]</c>. Single precision, as the networks see them.</param>
/// <param name="Values">Values x of the knots, not decreasing, <c>[knots]</c>.</param>
internal sealed record QuantileParameters(string Name, double Minimum, double Maximum, ImmutableArray<float> Scores, ImmutableArray<double> Values)
    : ColumnTransformParameters(Name, Minimum, Maximum)
{
    /// <summary>The normal scores of the knots by rank alone, <c>[knots]</c>, where gaps are kept and nothing is calibrated yet; else null. No file has them: what it draws needs the scores alone.</summary>
    [JsonIgnore]
    public ImmutableArray<float>? Ranks { get; init; }
}

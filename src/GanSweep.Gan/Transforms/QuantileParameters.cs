using System.Collections.Immutable;
using GanSweep.Contracts.Configurations;

namespace GanSweep.Gan.Transforms;

/// <summary>
/// Parameters of <see cref="TransformKind.Quantile"/>: the knots of a piecewise linear function from normal score to value, held constant
/// beyond the outermost knots. <see cref="QuantileTransform"/> says how the knots are chosen.
/// </summary>
/// <remarks>
/// <b>The knots are the sorted distinct values of the real column.</b> Who gets them learns every value of the column, though not which
/// values stood in one row together. For a table whose values are themselves confidential, use another transform.
/// </remarks>
/// <param name="Name">The column's name.</param>
/// <param name="Minimum">The smallest value of the column.</param>
/// <param name="Maximum">The largest value of the column.</param>
/// <param name="Scores">Normal scores z of the knots, strictly increasing, <c>[knots]</c>. Single precision, as the networks see them.</param>
/// <param name="Values">Values x of the knots, not decreasing, <c>[knots]</c>.</param>
public sealed record QuantileParameters(string Name, double Minimum, double Maximum, ImmutableArray<float> Scores, ImmutableArray<double> Values)
    : ColumnTransformParameters(Name, Minimum, Maximum);

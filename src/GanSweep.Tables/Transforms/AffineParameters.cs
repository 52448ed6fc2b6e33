
namespace GanSweep.Tables.Transforms;

/// <summary>
/// Parameters of <see cref="TransformKind.Standard"/>, <see cref="TransformKind.MinMax"/> and <see cref="TransformKind.Log"/>:
/// a value x (for log, its natural logarithm) is Center + Scale · z.
/// </summary>
/// <param name="Name">The column's name.</param>
/// <param name="Minimum">The smallest value of the column.</param>
/// <param name="Maximum">The largest value of the column.</param>
/// <param name="Center">Mean (standard, log) or middle of the range (minMax).</param>
/// <param name="Scale">Standard deviation with n − 1 (standard, log) or half the range (minMax); 0 for a constant column.</param>
internal sealed record AffineParameters(string Name, double Minimum, double Maximum, double Center, double Scale)
    : ColumnTransformParameters(Name, Minimum, Maximum);

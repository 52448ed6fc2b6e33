
namespace GanSweep.Tables.Transforms;

/// <summary>Parameters of <see cref="TransformKind.None"/>: nothing but the observed range.</summary>
/// <inheritdoc/>
internal sealed record IdentityParameters(string Name, double Minimum, double Maximum) : ColumnTransformParameters(Name, Minimum, Maximum);

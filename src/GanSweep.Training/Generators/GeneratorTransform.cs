using System.Collections.Immutable;
using GanSweep.Tables.Transforms;

namespace GanSweep.Training.Generators;

/// <summary>From the generator's values back to the table's.</summary>
/// <param name="Kind">The kind of every column's transform.</param>
/// <param name="Clip">Whether values are restricted to the observed range.</param>
/// <param name="Columns">What was fitted, in the table's order.</param>
internal sealed record GeneratorTransform(TransformKind Kind, bool Clip, ImmutableArray<ColumnTransformParameters> Columns);

using System.Collections.Immutable;
using System.Text.Json.Serialization;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Transforms;

namespace GanSweep.Training.Generators;

/// <summary>From the generator's values back to the table's.</summary>
/// <param name="Kind">The kind of every column's transform.</param>
/// <param name="Clip">Whether values are restricted to the observed range.</param>
/// <param name="Columns">What was fitted, in the table's order.</param>
internal sealed record GeneratorTransform(TransformKind Kind, bool Clip, ImmutableArray<ColumnTransformParameters> Columns)
{
    /// <summary>What the columns are; left out where all are of numbers.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<ColumnSchema>? Schema { get; init; }

    /// <summary>How the table's file is spelled; left out where it is plain.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TableForm? Form { get; init; }

    /// <summary>That of a generator.</summary>
    public static GeneratorTransform Of(TableTransform transform, TableForm form)
    {
        return new GeneratorTransform(transform.Kind, transform.Clip, transform.Columns)
        {
            Schema = transform.Schema.All(column => column.Kind == ColumnKind.Number) ? null : transform.Schema,
            Form = form == TableForm.Plain ? null : form,
        };
    }
}

using System.Collections.Immutable;
using System.Text.Json.Serialization;
using GanSweep.Tables.Rules;
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

    /// <summary>What holds in every row, with what has to be remembered of it; left out where there are no rules.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<FittedRule>? Rules { get; init; }

    /// <summary>Columns whose missing cells are one choice; left out where there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<GapGroup>? Gaps { get; init; }

    /// <summary>How the table's file is spelled; left out where it is plain.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TableForm? Form { get; init; }

    /// <summary>What the table's columns are.</summary>
    [JsonIgnore]
    public ImmutableArray<ColumnSchema> TableSchema => Schema ?? [.. Columns.Select(column => new ColumnSchema(column.Name))];

    /// <summary>That of a generator.</summary>
    public static GeneratorTransform Of(TableTransform transform, TableForm form)
    {
        return new GeneratorTransform(transform.Kind, transform.Clip, transform.Columns)
        {
            Schema = transform.Rules.Rules.IsEmpty && transform.Schema.All(column => column.Kind == ColumnKind.Number) ? null : transform.Schema,
            Rules = transform.Rules.Rules.IsEmpty ? null : transform.Rules.Rules,
            Gaps = transform.Gaps.IsEmpty ? null : transform.Gaps,
            Form = form == TableForm.Plain ? null : form,
        };
    }

    /// <summary>What is learnt of the table.</summary>
    /// <exception cref="RuleException">The rules are not of such a table.</exception>
    public RuledTable Ruled()
    {
        return RuledTable.Restore(Rules ?? [], TableSchema);
    }
}

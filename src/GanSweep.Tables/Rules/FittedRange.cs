using System.Collections.Immutable;
using System.Text.Json.Serialization;
using GanSweep.Tables.Schema;

namespace GanSweep.Tables.Rules;

/// <summary>A column within bounds: what is beyond them is brought to them.</summary>
/// <param name="Column">The column.</param>
/// <param name="Low">The lowest value; null for none.</param>
/// <param name="High">The highest value; null for none.</param>
internal sealed record FittedRange(
    string Column,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Low,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? High) : FittedRule
{
    /// <inheritdoc/>
    internal override void Check(ImmutableArray<ColumnSchema> schema)
    {
        Demand(schema, 1, [Column]);
        DemandKinds(schema, new RangeRule(Column, Low, High));
    }

    /// <inheritdoc/>
    internal override ImmutableArray<ColumnSchema> Reduce(ImmutableArray<ColumnSchema> schema)
    {
        _ = Find(schema, Column);
        return schema;
    }

    /// <inheritdoc/>
    internal override double[][] Reduce(ImmutableArray<ColumnSchema> schema, IReadOnlyList<double[]> columns)
    {
        return [.. columns];
    }

    /// <inheritdoc/>
    internal override double[][] Restore(ImmutableArray<ColumnSchema> schema, double[][] reduced)
    {
        foreach (ref double value in reduced[Find(schema, Column)].AsSpan())
        {
            // A missing cell is neither below nor above.
            value = value < Low ? Low.Value : value > High ? High.Value : value;
        }

        return reduced;
    }
}

using System.Collections.Immutable;
using System.Text.Json.Serialization;
using GanSweep.Tables.Schema;

namespace GanSweep.Tables.Rules;

/// <summary>A column that is the sum of others: it is not learnt, but added up. Where a part is missing, so is the sum.</summary>
/// <param name="Parts">The columns that are added.</param>
/// <param name="Total">What they add up to.</param>
/// <param name="Decimals">The decimals of all of them; null if they have too many to be rounded.</param>
internal sealed record FittedSum(
    ImmutableArray<string> Parts, string Total, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Decimals) : FittedRule
{
    /// <inheritdoc/>
    internal override void Check(ImmutableArray<ColumnSchema> schema)
    {
        Demand(schema, 2, Parts.IsDefault ? Parts : [.. Parts, Total]);
        DemandKinds(schema, new SumRule(Parts, Total));
        DemandDecimals(Decimals);
    }

    /// <inheritdoc/>
    internal override ImmutableArray<ColumnSchema> Reduce(ImmutableArray<ColumnSchema> schema)
    {
        return schema.RemoveAt(Find(schema, Total));
    }

    /// <inheritdoc/>
    internal override double[][] Reduce(ImmutableArray<ColumnSchema> schema, IReadOnlyList<double[]> columns)
    {
        int total = Find(schema, Total);
        return [.. columns.Where((_, place) => place != total)];
    }

    /// <inheritdoc/>
    internal override double[][] Restore(ImmutableArray<ColumnSchema> schema, double[][] reduced)
    {
        int total = Find(schema, Total);
        List<double[]> columns = [.. reduced];
        columns.Insert(total, new double[reduced[0].Length]);
        double[][] parts = [.. Parts.Select(name => columns[Find(schema, name)])];
        for (int row = 0; row < columns[total].Length; row++)
        {
            double sum = 0;
            foreach (double[] part in parts)
            {
                sum += part[row];
            }

            columns[total][row] = Decimals is { } decimals ? Math.Round(sum, decimals) : sum;
        }

        return [.. columns];
    }
}

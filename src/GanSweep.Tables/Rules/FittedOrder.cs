using System.Collections.Immutable;
using System.Text.Json.Serialization;
using GanSweep.Tables.Schema;

namespace GanSweep.Tables.Rules;

/// <summary>
/// Columns in order. In place of each but the lowest its distance from the one before is learnt, which is never below 0, so a delivery comes some days after its
/// order and not anywhen in five years. Where a cell can be there whose lower neighbour is missing, that cannot be: then a row is put in order.
/// </summary>
/// <param name="Columns">The columns, the lowest first.</param>
/// <param name="Sorts">Whether rows are put in order.</param>
/// <param name="Decimals">The decimals of all of them; null if they have too many to be rounded.</param>
internal sealed record FittedOrder(
    ImmutableArray<string> Columns, bool Sorts, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Decimals) : FittedRule
{
    /// <summary>The most decimals of some columns; null if one has too many.</summary>
    public static int? DecimalsOf(IEnumerable<double[]> columns)
    {
        int? most = 0;
        foreach (double[] column in columns)
        {
            most = ColumnDecimals.Of(column) is { } decimals && most is { } known ? Math.Max(known, decimals) : null;
        }

        return most;
    }

    /// <inheritdoc/>
    internal override void Check(ImmutableArray<ColumnSchema> schema)
    {
        Demand(schema, 2, Columns);
        DemandKinds(schema, new OrderRule(Columns));
        DemandDecimals(Decimals);
    }

    /// <inheritdoc/>
    internal override ImmutableArray<ColumnSchema> Reduce(ImmutableArray<ColumnSchema> schema)
    {
        int[] places = [.. Columns.Select(name => Find(schema, name))];
        return Sorts ? schema : [.. schema.Select((column, place) => places.AsSpan(1).Contains(place) ? new ColumnSchema(column.Name) : column)];
    }

    /// <inheritdoc/>
    internal override double[][] Reduce(ImmutableArray<ColumnSchema> schema, IReadOnlyList<double[]> columns)
    {
        double[][] reduced = [.. columns];
        for (int i = 1; i < Columns.Length && !Sorts; i++)
        {
            double[] low = columns[Find(schema, Columns[i - 1])];
            double[] high = columns[Find(schema, Columns[i])];
            reduced[Find(schema, Columns[i])] = [.. low.Zip(high, (lower, higher) => Rounded(higher - lower))];
        }

        return reduced;
    }

    /// <inheritdoc/>
    internal override double[][] Restore(ImmutableArray<ColumnSchema> schema, double[][] reduced)
    {
        int[] places = [.. Columns.Select(name => Find(schema, name))];
        for (int row = 0; row < reduced[0].Length; row++)
        {
            if (Sorts)
            {
                int[] there = [.. places.Where(place => !double.IsNaN(reduced[place][row]))];
                double[] ordered = [.. there.Select(place => reduced[place][row]).Order()];
                for (int i = 0; i < there.Length; i++)
                {
                    reduced[there[i]][row] = ordered[i];
                }
            }
            else
            {
                for (int i = 1; i < places.Length; i++)
                {
                    reduced[places[i]][row] = Rounded(reduced[places[i - 1]][row] + Math.Max(reduced[places[i]][row], 0));
                }
            }
        }

        return reduced;
    }

    /// <inheritdoc/>
    internal override LearntPart? PartOf(string learnt)
    {
        int place = Columns.IndexOf(learnt);
        return Sorts || place < 1 ? null : new LearntPart(learnt, $"its distance from \"{Columns[place - 1]}\"");
    }

    // A difference of cents is cents again; a missing cell stays missing.
    private double Rounded(double value)
    {
        return Decimals is { } decimals ? Math.Round(value, decimals) : value;
    }
}

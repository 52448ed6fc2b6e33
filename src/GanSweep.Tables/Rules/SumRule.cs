using System.Collections.Immutable;
using GanSweep.Tables.Schema;

namespace GanSweep.Tables.Rules;

/// <summary><c>sum</c>: some columns add up to another.</summary>
/// <param name="Parts">The columns that are added; at least two.</param>
/// <param name="Total">What they add up to.</param>
public sealed record SumRule(ImmutableArray<string> Parts, string Total) : RowRule
{
    // Sums of decimals are not exact: of a thousandth of a millionth of the largest of them, nothing is said.
    private const double Rounding = 1e-9;

    /// <inheritdoc/>
    public override ImmutableArray<string> ColumnNames => [.. Parts, Total];

    /// <inheritdoc/>
    public override string Phrase => $"{string.Join(" + ", Parts.Select(name => $"\"{name}\""))} = \"{Total}\"";

    /// <inheritdoc/>
    internal override string? Refusal(ImmutableArray<ColumnSchema> columns)
    {
        return columns.Any(column => column.Kind != ColumnKind.Number) ? "Only numbers can be added." : null;
    }

    /// <inheritdoc/>
    internal override bool Holds(ReadOnlySpan<double> cells)
    {
        double sum = 0;
        double largest = 0;
        foreach (double cell in cells)
        {
            largest = Math.Max(largest, Math.Abs(cell));
        }

        foreach (double part in cells[..^1])
        {
            sum += part;
        }

        return Math.Abs(sum - cells[^1]) <= Rounding * largest;
    }

    /// <inheritdoc/>
    internal override FittedRule Fit(Table table)
    {
        int[] places = PlacesIn(table.Schema);
        return new FittedSum(Parts, Total, FittedOrder.DecimalsOf(places.Select(place => table.Present(place).ToArray())));
    }
}

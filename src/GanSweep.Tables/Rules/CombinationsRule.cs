using System.Collections.Immutable;
using GanSweep.Tables.Schema;

namespace GanSweep.Tables.Rules;

/// <summary><c>combinations</c>: some columns have no combinations but those that the real table has, missing cells included. A city lies in its country.</summary>
/// <param name="Columns">The columns; at least two.</param>
public sealed record CombinationsRule(ImmutableArray<string> Columns) : RowRule
{
    /// <inheritdoc/>
    public override ImmutableArray<string> ColumnNames => Columns;

    /// <inheritdoc/>
    public override string Phrase => $"combinations of {string.Join(", ", Columns.Select(name => $"\"{name}\""))}";

    /// <inheritdoc/>
    internal override string? Refusal(ImmutableArray<ColumnSchema> columns)
    {
        return null;
    }

    /// <inheritdoc/>
    internal override bool Holds(ReadOnlySpan<double> cells)
    {
        return true;
    }

    /// <inheritdoc/>
    internal override FittedRule Fit(Table table)
    {
        int[] places = PlacesIn(table.Schema);
        HashSet<string> seen = [];
        List<ImmutableArray<double?>> combinations = [];
        double?[] cells = new double?[places.Length];
        for (int row = 0; row < table.RowCount; row++)
        {
            for (int i = 0; i < places.Length; i++)
            {
                double cell = table.Column(places[i])[row];
                cells[i] = double.IsNaN(cell) ? null : cell;
            }

            if (seen.Add(FittedCombinations.KeyOf(cells)))
            {
                combinations.Add([.. cells]);
            }
        }

        return new FittedCombinations(Columns, [.. combinations]);
    }
}

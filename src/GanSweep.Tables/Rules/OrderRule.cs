using System.Collections.Immutable;
using GanSweep.Tables.Schema;

namespace GanSweep.Tables.Rules;

/// <summary><c>lowOrEqual</c>: each of some columns is at most the next one.</summary>
/// <param name="Columns">The columns, the lowest first; at least two, all of numbers or all of dates of one kind.</param>
public sealed record OrderRule(ImmutableArray<string> Columns) : RowRule
{
    /// <inheritdoc/>
    public override ImmutableArray<string> ColumnNames => Columns;

    /// <inheritdoc/>
    public override string Phrase => string.Join(" ≤ ", Columns.Select(name => $"\"{name}\""));

    /// <inheritdoc/>
    internal override string? Refusal(ImmutableArray<ColumnSchema> columns)
    {
        return columns.Any(column => column.HasLevels || column.Kind != columns[0].Kind || column.Unit != columns[0].Unit)
            ? "Only numbers, or dates that count the same, have an order."
            : null;
    }

    /// <inheritdoc/>
    internal override bool Holds(ReadOnlySpan<double> cells)
    {
        for (int i = 1; i < cells.Length; i++)
        {
            if (cells[i - 1] > cells[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    internal override FittedRule Fit(Table table)
    {
        int[] places = PlacesIn(table.Schema);
        bool areThere = true;
        for (int i = 1; i < places.Length; i++)
        {
            for (int row = 0; row < table.RowCount; row++)
            {
                areThere &= !double.IsNaN(table.Column(places[i - 1])[row]) || double.IsNaN(table.Column(places[i])[row]);
            }
        }

        return new FittedOrder(Columns, !areThere, FittedOrder.DecimalsOf(places.Select(place => table.Present(place).ToArray())));
    }
}

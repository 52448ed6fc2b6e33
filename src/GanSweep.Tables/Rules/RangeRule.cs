using System.Collections.Immutable;
using System.Globalization;
using GanSweep.Tables.Schema;

namespace GanSweep.Tables.Rules;

/// <summary><c>range</c>: a column is within bounds, which may be wider than what the real table has.</summary>
/// <param name="Column">The column, of numbers.</param>
/// <param name="Low">The lowest value; null for none.</param>
/// <param name="High">The highest value; null for none.</param>
public sealed record RangeRule(string Column, double? Low, double? High) : RowRule
{
    /// <inheritdoc/>
    public override ImmutableArray<string> ColumnNames => [Column];

    /// <inheritdoc/>
    public override string Phrase => string.Create(
        CultureInfo.InvariantCulture, $"{(Low is { } low ? $"{low} ≤ " : "")}\"{Column}\"{(High is { } high ? $" ≤ {high}" : "")}");

    /// <inheritdoc/>
    internal override string? Refusal(ImmutableArray<ColumnSchema> columns)
    {
        return columns[0].Kind != ColumnKind.Number ? "Only numbers have bounds that are numbers." : null;
    }

    /// <inheritdoc/>
    internal override bool Holds(ReadOnlySpan<double> cells)
    {
        return !(cells[0] < Low) && !(cells[0] > High);
    }

    /// <inheritdoc/>
    internal override FittedRule Fit(Table table)
    {
        return new FittedRange(Column, Low, High);
    }
}

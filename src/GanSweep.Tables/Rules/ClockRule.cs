using System.Collections.Immutable;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Sequences;

namespace GanSweep.Tables.Rules;

/// <summary>The column that says when rows are is not learnt: it goes on from row to row by the steps that real rows take. Nobody says this rule: it comes with a sequence.</summary>
/// <param name="Sequence">How the rows follow each other, by a column.</param>
public sealed record ClockRule(RowSequence Sequence) : RowRule
{
    /// <inheritdoc/>
    public override ImmutableArray<string> ColumnNames => [Sequence.By];

    /// <inheritdoc/>
    public override string Phrase => $"\"{Sequence.By}\" goes on";

    /// <inheritdoc/>
    internal override string? Refusal(ImmutableArray<ColumnSchema> columns)
    {
        return columns[0].HasLevels ? "Words do not go on." : null;
    }

    /// <inheritdoc/>
    internal override bool Holds(ReadOnlySpan<double> cells)
    {
        return true;
    }

    /// <inheritdoc/>
    internal override FittedRule Fit(Table table)
    {
        return FittedClock.Of(table, Sequence, minimumCount: 1);
    }
}

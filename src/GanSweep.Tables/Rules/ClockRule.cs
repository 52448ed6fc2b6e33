using System.Collections.Immutable;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Sequences;
using GanSweep.Tables.Text;

namespace GanSweep.Tables.Rules;

/// <summary>The column that says when rows are is not learnt: it goes on from row to row by the steps that real rows take. Nobody says this rule: it comes with a sequence.</summary>
/// <param name="Sequence">How the rows follow each other, by a column.</param>
public sealed record ClockRule(RowSequence Sequence) : RowRule
{
    /// <summary>What holds in every row, and that the column which says when rows are is not learnt.</summary>
    /// <param name="rules">The rules that were said.</param>
    /// <param name="sequence">How rows follow each other; null if they do not.</param>
    public static ImmutableArray<RowRule> With(ImmutableArray<RowRule> rules, RowSequence? sequence)
    {
        return sequence is null or { IsFileOrder: true } ? rules : rules.Insert(0, new ClockRule(sequence));
    }

    /// <summary>Why a rule cannot hold where rows follow each other, as a sentence; null if it can.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="sequence">How rows follow each other.</param>
    public static string? Refusal(RowRule rule, RowSequence sequence)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(sequence);
        string? column = rule.ColumnNames.FirstOrDefault(name => (name == sequence.By && !sequence.IsFileOrder) || name == sequence.Group);
        return column is null ? null
            : $"column {Nearest.Quoted(column)} is that of \"{(column == sequence.Group ? "group" : "by")}\" in \"sequence\": a path goes on in time, and stays in its series, whatever its rows are, so no rule can be held there. Remove the rule.";
    }

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

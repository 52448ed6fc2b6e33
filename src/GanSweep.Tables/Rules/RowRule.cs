using System.Collections.Immutable;
using GanSweep.Tables.Schema;

namespace GanSweep.Tables.Rules;

/// <summary>What holds in every row of a table, and so in every synthetic one. A rule says nothing of rows in which a cell that it speaks of is missing.</summary>
public abstract record RowRule
{
    /// <summary>The columns that it speaks of, in its order.</summary>
    public abstract ImmutableArray<string> ColumnNames { get; }

    /// <summary>The rule as a phrase: "start" ≤ "end".</summary>
    public abstract string Phrase { get; }

    /// <summary>Why the columns cannot be ruled so, as a whole sentence; null if they can.</summary>
    internal abstract string? Refusal(ImmutableArray<ColumnSchema> columns);

    /// <summary>Whether a row obeys.</summary>
    /// <param name="cells">The cells of the columns, none of them missing.</param>
    internal abstract bool Holds(ReadOnlySpan<double> cells);

    /// <summary>The rule with what it has to remember of the rows that it is fitted on.</summary>
    /// <exception cref="RuleException">The table lacks a column that the rule speaks of.</exception>
    internal abstract FittedRule Fit(Table table);

    /// <summary>Where its columns are in a table.</summary>
    /// <exception cref="RuleException">One is not.</exception>
    internal int[] PlacesIn(ImmutableArray<ColumnSchema> schema)
    {
        return [.. ColumnNames.Select(name => FittedRule.Find(schema, name))];
    }
}

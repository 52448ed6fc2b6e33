using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using GanSweep.Tables.Schema;

namespace GanSweep.Tables.Rules;

/// <summary>
/// A rule with what it remembers of the rows that it was fitted on: the way from a table to one that is learnt in its place, and back to one in which every row
/// obeys.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "rule")]
[JsonDerivedType(typeof(FittedOrder), "lowOrEqual")]
[JsonDerivedType(typeof(FittedCombinations), "combinations")]
[JsonDerivedType(typeof(FittedSum), "sum")]
[JsonDerivedType(typeof(FittedRange), "range")]
[JsonDerivedType(typeof(FittedCalendar), "calendar")]
[JsonDerivedType(typeof(FittedClock), "clock")]
public abstract record FittedRule
{
    /// <summary>Holds a rule from outside to what a fit can give.</summary>
    /// <exception cref="RuleException">It cannot have come from one.</exception>
    internal abstract void Check(ImmutableArray<ColumnSchema> schema);

    /// <summary>The columns that are learnt in place of a table's.</summary>
    /// <exception cref="RuleException">The table lacks a column that the rule speaks of.</exception>
    internal abstract ImmutableArray<ColumnSchema> Reduce(ImmutableArray<ColumnSchema> schema);

    /// <summary>The rows that are learnt in place of a table's: <c>[columns][rows]</c> of the reduced columns.</summary>
    internal abstract double[][] Reduce(ImmutableArray<ColumnSchema> schema, IReadOnlyList<double[]> columns);

    /// <summary>Rows of the table out of such rows.</summary>
    /// <param name="schema">The table's columns.</param>
    /// <param name="reduced"><c>[columns][rows]</c> of the reduced columns; may be changed.</param>
    internal abstract double[][] Restore(ImmutableArray<ColumnSchema> schema, double[][] reduced);

    /// <summary>What a column that it has put in the place of one of the table's, or beside it, is of that; null of others.</summary>
    internal virtual LearntPart? PartOf(string learnt)
    {
        return null;
    }

    /// <summary>Demands of a rule from outside that its columns are there, and are all different.</summary>
    /// <exception cref="RuleException">They are not.</exception>
    private protected static void Demand(ImmutableArray<ColumnSchema> schema, int least, ImmutableArray<string> columns)
    {
        if (columns.IsDefault || columns.Length < least || columns.Distinct().Count() != columns.Length)
        {
            throw new RuleException("A rule has too few columns, or one twice.");
        }

        foreach (string column in columns)
        {
            Find(schema, column);
        }
    }

    /// <summary>Demands of a rule from outside that its columns are of kinds that can be ruled so.</summary>
    /// <param name="schema">The columns, among which the rule's are.</param>
    /// <param name="rule">The rule that it is said to have been fitted from.</param>
    /// <exception cref="RuleException">They are not.</exception>
    private protected static void DemandKinds(ImmutableArray<ColumnSchema> schema, RowRule rule)
    {
        if (rule.Refusal([.. rule.PlacesIn(schema).Select(place => schema[place])]) is { } refusal)
        {
            throw new RuleException($"{rule.Phrase} cannot be held. {refusal}");
        }
    }

    /// <summary>Demands of a rule from outside that it rounds to decimals that are found out.</summary>
    /// <exception cref="RuleException">It does not.</exception>
    private protected static void DemandDecimals(int? decimals)
    {
        if (decimals is < 0 or > ColumnDecimals.Most)
        {
            throw new RuleException(string.Create(CultureInfo.InvariantCulture, $"A rule rounds to {decimals} decimals; 0 to {ColumnDecimals.Most} are possible."));
        }
    }

    /// <summary>Where a column is.</summary>
    /// <exception cref="RuleException">There is none of that name.</exception>
    internal static int Find(ImmutableArray<ColumnSchema> schema, string name)
    {
        for (int column = 0; column < schema.Length; column++)
        {
            if (schema[column].Name == name)
            {
                return column;
            }
        }

        throw new RuleException($"A rule speaks of column \"{name}\", which there is not.");
    }
}

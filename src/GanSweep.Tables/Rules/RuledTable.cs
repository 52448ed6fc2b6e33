using System.Collections.Immutable;
using GanSweep.Tables.Disclosure;
using GanSweep.Tables.Schema;

namespace GanSweep.Tables.Rules;

/// <summary>The way from a table to one that is learnt in its place, so that its rules need not be learnt, and back.</summary>
public sealed class RuledTable
{
    // Before each rule, and after the last.
    private readonly ImmutableArray<ColumnSchema>[] _schemas;

    private RuledTable(ImmutableArray<FittedRule> rules, ImmutableArray<ColumnSchema> schema)
    {
        Rules = rules;
        _schemas = new ImmutableArray<ColumnSchema>[rules.Length + 1];
        _schemas[0] = schema;
        for (int rule = 0; rule < rules.Length; rule++)
        {
            rules[rule].Check(_schemas[rule]);
            _schemas[rule + 1] = rules[rule].Reduce(_schemas[rule]);
        }
    }

    /// <summary>The rules, with what they remember.</summary>
    public ImmutableArray<FittedRule> Rules { get; }

    /// <summary>The columns that are learnt.</summary>
    public ImmutableArray<ColumnSchema> Learnt => _schemas[^1];

    /// <summary>The table's columns.</summary>
    public ImmutableArray<ColumnSchema> Schema => _schemas[0];

    /// <summary>Fits rules to the rows that they are learnt from, which obey them, and finds out of which parts dates are.</summary>
    /// <exception cref="RuleException">A rule speaks of a column that there is not.</exception>
    public static RuledTable Fit(ImmutableArray<RowRule> rules, Table table)
    {
        return Fit(rules, table, minimumCount: 1, out _);
    }

    /// <inheritdoc cref="Fit(ImmutableArray{RowRule}, Table)"/>
    /// <param name="rules">The rules.</param>
    /// <param name="table">The rows.</param>
    /// <param name="minimumCount">The rows that cells are told of; from 1, which tells them all. Rows with rarer ones are learnt with others in their place.</param>
    /// <param name="learnt">What is learnt in the table's place.</param>
    public static RuledTable Fit(ImmutableArray<RowRule> rules, Table table, int minimumCount, out Table learnt)
    {
        ArgumentNullException.ThrowIfNull(table);

        ImmutableArray<FittedRule> fitted = [];
        HashSet<string> combined = [.. rules.OfType<CombinationsRule>().SelectMany(rule => rule.PlacesIn(table.Schema)).Select(column => table.ColumnNames[column])];
        Table worded = MadeWords.InPlaceOfRare(table, combined, minimumCount, out ImmutableHashSet<string> made);
        Table told = RareCells.Without(
            worded, [.. rules.OfType<CombinationsRule>().Select(rule => rule.PlacesIn(worded.Schema).ToImmutableArray())], minimumCount);
        Table reduced = told;
        double[][]? columns = null;
        foreach (RowRule rule in Ordered(rules))
        {
            Add(rule is ClockRule clock ? FittedClock.Of(reduced, clock.Sequence, minimumCount) : rule.Fit(reduced));
        }

        foreach (string column in reduced.ColumnNames.ToArray())
        {
            if (FittedCalendar.Of(reduced, FittedRule.Find(reduced.Schema, column), minimumCount) is { } calendar)
            {
                Add(calendar);
            }
        }

        void Add(FittedRule next)
        {
            columns = next.Reduce(reduced.Schema, columns ?? Columns(told));
            reduced = new Table(next.Reduce(reduced.Schema), columns);
            fitted = fitted.Add(next);
        }

        learnt = RareCells.Without(reduced, minimumCount, made);
        return new RuledTable(fitted, worded.Schema);
    }

    /// <summary>Takes rules on that were fitted elsewhere.</summary>
    /// <exception cref="RuleException">They are not of such a table.</exception>
    public static RuledTable Restore(ImmutableArray<FittedRule> rules, ImmutableArray<ColumnSchema> schema)
    {
        return rules.Contains(null!) ? throw new RuleException("A rule is null.") : new RuledTable(rules, schema);
    }

    /// <summary>What is learnt in a table's place.</summary>
    public Table Reduce(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (Rules.IsEmpty)
        {
            return table;
        }

        double[][] columns = Columns(table);
        for (int rule = 0; rule < Rules.Length; rule++)
        {
            columns = Rules[rule].Reduce(_schemas[rule], columns);
        }

        return new Table(Learnt, columns);
    }

    /// <summary>Rows of the table, each of which obeys every rule.</summary>
    /// <param name="learnt"><c>[columns][rows]</c> of the columns that are learnt; may be changed.</param>
    public double[][] Restore(double[][] learnt)
    {
        double[][] columns = learnt;
        for (int rule = Rules.Length - 1; rule >= 0; rule--)
        {
            columns = Rules[rule].Restore(_schemas[rule], columns);
        }

        // Sums of finite numbers need not be finite; a table's are.
        foreach (double[] column in Rules.IsEmpty ? [] : columns)
        {
            foreach (ref double value in column.AsSpan())
            {
                value = Math.Clamp(value, double.MinValue, double.MaxValue);
            }
        }

        return columns;
    }

    /// <summary>What a learnt column is of one of the table's; null if it is learnt as it stands there.</summary>
    internal LearntPart? PartOf(string learnt)
    {
        return Rules.Select(rule => rule.PartOf(learnt)).FirstOrDefault(part => part is not null) ?? LearntPart.Of(Learnt[FittedRule.Find(Learnt, learnt)]);
    }

    // What is fitted first is restored last: bounds, so that a column ends within them however it is made, but those of a sum's parts before they are added.
    private static IEnumerable<RowRule> Ordered(ImmutableArray<RowRule> rules)
    {
        HashSet<string> added = [.. rules.OfType<SumRule>().SelectMany(sum => sum.Parts)];
        List<RangeRule> ranges = [.. rules.OfType<RangeRule>()];
        foreach (OrderRule order in rules.OfType<OrderRule>())
        {
            ranges.AddRange(Implied(order, ranges));
        }

        return [.. ranges.Where(range => !added.Contains(range.Column)), .. rules.Where(rule => rule is not RangeRule), .. ranges.Where(range => added.Contains(range.Column))];
    }

    // What one of some ordered columns may not exceed, none before it may: so bounds put nothing out of order.
    private static List<RangeRule> Implied(OrderRule order, List<RangeRule> ranges)
    {
        List<RangeRule> implied = [];
        foreach (RangeRule range in ranges)
        {
            int at = order.Columns.IndexOf(range.Column);
            if (at >= 0)
            {
                implied.AddRange(order.Columns.Take(at).Select(column => new RangeRule(column, null, range.High)));
                implied.AddRange(order.Columns.Skip(at + 1).Select(column => new RangeRule(column, range.Low, null)));
            }
        }

        return implied;
    }

    private static double[][] Columns(Table table)
    {
        return [.. Enumerable.Range(0, table.ColumnCount).Select(column => table.Column(column).ToArray())];
    }
}

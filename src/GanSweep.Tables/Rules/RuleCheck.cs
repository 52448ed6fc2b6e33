using System.Collections.Immutable;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Text;

namespace GanSweep.Tables.Rules;

/// <summary>Whether a table obeys its rules.</summary>
public static class RuleCheck
{
    private const int MostRowsNamed = 10;

    /// <summary>What is wrong with rules on a table: a sentence for each, none if all hold.</summary>
    /// <param name="rules">The rules, in the order in which they are told.</param>
    /// <param name="table">The real table.</param>
    public static IEnumerable<(int Rule, string Fault)> Faults(ImmutableArray<RowRule> rules, Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        Dictionary<string, int> ruled = [];
        for (int number = 0; number < rules.Length; number++)
        {
            RowRule rule = rules[number];
            if (Fault(rule, table) is { } fault)
            {
                yield return (number, fault);
            }

            if (rule is RangeRule range && rules.OfType<SumRule>().Any(sum => sum.Total == range.Column))
            {
                yield return (number, $"column {Nearest.Quoted(range.Column)} is a sum, which is as large as its parts make it; give those their bounds.");
            }

            // A range says how far one column goes; the others say how columns are made of each other, and can do that once.
            foreach (string name in rule is RangeRule ? [] : rule.ColumnNames)
            {
                if (!ruled.TryAdd(name, number))
                {
                    yield return (number, $"column {Nearest.Quoted(name)} is made by rule {ruled[name] + 1} already; join them, or keep one.");
                }
            }
        }
    }

    private static string? Fault(RowRule rule, Table table)
    {
        if (rule.ColumnNames.FirstOrDefault(name => !table.ColumnNames.Contains(name)) is { } unknown)
        {
            return $"the table has no column {Nearest.Quoted(unknown)} that is learnt{Nearest.Hint(unknown, table.ColumnNames)}.";
        }

        int[] places = rule.PlacesIn(table.Schema);
        if (rule.Refusal([.. places.Select(place => table.Schema[place])]) is { } refusal)
        {
            return $"{rule.Phrase} cannot be held. {refusal}";
        }

        long count = 0;
        List<int> first = [];
        double[] cells = new double[places.Length];
        for (int row = 0; row < table.RowCount; row++)
        {
            for (int i = 0; i < places.Length; i++)
            {
                cells[i] = table.Column(places[i])[row];
            }

            if (!cells.Any(double.IsNaN) && !rule.Holds(cells))
            {
                count++;
                if (first.Count < MostRowsNamed)
                {
                    first.Add(row + 1);
                }
            }
        }

        return count == 0 ? null
            : $"{Amount.Of(count, "row")} of {table.RowCount:N0} {(count == 1 ? "does" : "do")} not obey {rule.Phrase}: data row{(count == 1 ? "" : "s")} {string.Join(", ", first)}"
                + $"{(count > MostRowsNamed ? ", …" : "")}. A rule holds in every row of the real table; correct those, or remove the rule.";
    }
}

using System.Collections.Immutable;
using GanSweep.Tables.Rules;
using GanSweep.Tables.Schema;

namespace GanSweep.Tables.Transforms;

/// <summary>A transform without the words that its inverse never gives. Those that too few rows have are among them, and a generator's file shall not name them.</summary>
internal static class UsedLevels
{
    /// <summary>The transform of a table whose columns have but the levels that come back.</summary>
    public static TableTransform Of(TableTransform transform)
    {
        Dictionary<string, Dictionary<int, int>> numbers = transform.Schema.Where(column => column.HasLevels)
            .ToDictionary(column => column.Name, column => Numbered(UsedIn(transform, column.Name)));
        ImmutableArray<ColumnSchema> schema =
            [.. transform.Schema.Select(column => numbers.TryGetValue(column.Name, out Dictionary<int, int>? kept) ? column with { Levels = [.. kept.Keys.Select(level => column.Levels[level])] } : column)];
        ImmutableArray<FittedRule> rules = [.. transform.Rules.Rules.Select(rule => rule is FittedCombinations combinations ? Renumbered(combinations, numbers) : rule)];
        ImmutableArray<ColumnTransformParameters> columns =
            [.. transform.Columns.Select(column => IsOfTable(transform, column.Name) && column is LevelParameters levels ? Renumbered(levels, numbers[column.Name]) : column)];
        return TableTransform.Restore(transform.Kind, transform.Clip, columns, RuledTable.Restore(rules, schema), transform.Gaps);
    }

    // A learnt column can also be what a rule has made: of combinations, or of the parts of a date.
    private static bool IsOfTable(TableTransform transform, string name)
    {
        return transform.Schema.Any(column => column.Name == name && column.HasLevels) && CombinationsOf(transform, name) is null;
    }

    private static FittedCombinations? CombinationsOf(TableTransform transform, string name)
    {
        return transform.Rules.Rules.OfType<FittedCombinations>().FirstOrDefault(rule => rule.Columns.Contains(name));
    }

    /// <summary>The numbers of the levels of a column that come back.</summary>
    public static IEnumerable<int> UsedIn(TableTransform transform, string name)
    {
        if (CombinationsOf(transform, name) is { } combinations)
        {
            int place = combinations.Columns.IndexOf(name);
            return combinations.Combinations.Select(cells => cells[place]).OfType<double>().Select(cell => (int)cell);
        }

        var levels = (LevelParameters)transform.Columns.First(column => column.Name == name);
        return levels.Outcomes!.Codes.Where(code => code >= 0).Concat(levels.Rare ?? []);
    }

    private static Dictionary<int, int> Numbered(IEnumerable<int> used)
    {
        return used.Distinct().Order().Index().ToDictionary(level => level.Item, level => level.Index);
    }

    private static LevelParameters Renumbered(LevelParameters column, Dictionary<int, int> numbers)
    {
        ColumnOutcomes outcomes = column.Outcomes!;
        return column with
        {
            Outcomes = outcomes with { Codes = [.. outcomes.Codes.Select(code => code < 0 ? code : numbers[code])] },
            Rare = column.Rare is { } rare ? [.. rare.Select(code => numbers[code])] : null,
        };
    }

    private static FittedCombinations Renumbered(FittedCombinations rule, Dictionary<string, Dictionary<int, int>> numbers)
    {
        return new FittedCombinations(
            rule.Columns,
            [
                .. rule.Combinations.Select(cells => rule.Columns.Zip(
                    cells, (name, cell) => cell is { } level && numbers.TryGetValue(name, out Dictionary<int, int>? kept) ? kept[(int)level] : cell).ToImmutableArray()),
            ]);
    }
}

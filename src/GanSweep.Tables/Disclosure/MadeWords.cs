using System.Collections.Immutable;
using System.Text;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Writing;

namespace GanSweep.Tables.Disclosure;

/// <summary>
/// Words in the place of those that too few rows have, in columns that such words are most of: tickets, cabins, orders. Each becomes one that is made up in a form
/// that enough rows have, so that the column stays full, and its words as many as they are, and none is anybody's.
/// </summary>
internal static class MadeWords
{
    /// <summary>Where a smaller share of the rows with a word have one that is told, those would be far too frequent in place of the others.</summary>
    public const double LeastTold = 0.5;

    /// <summary>A table whose rare words are others.</summary>
    /// <param name="table">The table.</param>
    /// <param name="but">Columns that stay as they are.</param>
    /// <param name="minimumCount">The rows that a word is told of; from 1, which tells every word.</param>
    /// <param name="made">The columns that have made-up words now, after their real ones.</param>
    public static Table InPlaceOfRare(Table table, IReadOnlySet<string> but, int minimumCount, out ImmutableHashSet<string> made)
    {
        made = [];
        double[][]? columns = null;
        ColumnSchema[] schema = [.. table.Schema];
        for (int column = 0; column < schema.Length && minimumCount > 1; column++)
        {
            if (schema[column].Kind == ColumnKind.Category && !but.Contains(schema[column].Name) && ReplacementsOf(table, column, minimumCount) is { } replacements)
            {
                columns ??= [.. Enumerable.Range(0, table.ColumnCount).Select(each => table.Column(each).ToArray())];
                ImmutableArray<string> levels = schema[column].Levels;
                var codes = replacements.Keys.Index().ToDictionary(rare => (double)rare.Item, rare => (double)(levels.Length + rare.Index));
                columns[column] = [.. columns[column].Select(cell => codes.GetValueOrDefault(cell, cell))];
                schema[column] = schema[column] with { Levels = [.. levels, .. replacements.Values] };
                made = made.Add(schema[column].Name);
            }
        }

        return columns is null ? table : new Table([.. schema], columns, table.Form);
    }

    // What stands for each rare level, in their order; null if those that are told will do, or if no form is told.
    private static SortedDictionary<int, string>? ReplacementsOf(Table table, int column, int minimumCount)
    {
        ImmutableArray<string> levels = table.Schema[column].Levels;
        int[] counts = new int[levels.Length];
        foreach (double level in table.Present(column))
        {
            counts[(int)level]++;
        }

        int[] rare = [.. Enumerable.Range(0, counts.Length).Where(level => counts[level] > 0 && counts[level] < minimumCount)];
        long rows = rare.Sum(level => (long)counts[level]);
        if (rows <= (1 - LeastTold) * counts.Sum(count => (long)count))
        {
            return null;
        }

        string?[] patterns = [.. rare.Select(level => PatternOf(levels[level]))];
        string[] told =
        [
            .. rare.Zip(patterns).Where(word => word.Second is not null).GroupBy(word => word.Second!, word => counts[word.First])
                .Select(form => (Pattern: form.Key, Rows: form.Sum())).Where(form => form.Rows >= minimumCount)
                .OrderByDescending(form => form.Rows).ThenBy(form => form.Pattern, StringComparer.Ordinal).Select(form => form.Pattern),
        ];
        if (told.Length == 0)
        {
            return null;
        }

        HashSet<string> taken = [.. levels];
        var makers = told.ToDictionary(pattern => pattern, pattern => new KeyMaker(new KeyForm(pattern, 0), column + 1));
        SortedDictionary<int, string> replacements = [];
        foreach ((int level, string? pattern) in rare.Zip(patterns))
        {
            KeyMaker maker = makers[pattern is not null && makers.ContainsKey(pattern) ? pattern : told[0]];
            string word = maker.Next();
            while (!taken.Add(word))
            {
                word = maker.Next();
            }

            replacements.Add(level, word);
        }

        return replacements;
    }

    // A word with other digits and letters in their places; null if no key has such a pattern.
    private static string? PatternOf(string word)
    {
        StringBuilder pattern = new();
        foreach (char place in word)
        {
            pattern.Append(place switch
            {
                >= '0' and <= '9' => "#",
                >= 'A' and <= 'Z' => "A",
                >= 'a' and <= 'z' => "a",
                _ => $"\\{place}",
            });
        }

        string whole = pattern.ToString();
        return new KeyForm(whole, 0).CanBeMade && whole.AsSpan().ContainsAny('#', 'A', 'a') ? whole : null;
    }
}

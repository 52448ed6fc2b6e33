using System.Collections.Immutable;
using System.Text;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Writing;

namespace GanSweep.Tables.Disclosure;

/// <summary>
/// Words in the place of those that too few rows have, in columns that such words are most of, if most have digits and a form that enough rows have: tickets, cabins,
/// orders. Each becomes one that is made up in such a form, so that the column stays full, and its words as many as they are, and none is anybody's. Names and titles,
/// whose letters would make no sense, are not made up.
/// </summary>
internal static class MadeWords
{
    // Where as many of the rows with a word have one that is told, those stand for the others too: they are not far too frequent then.
    private const double EnoughTold = 0.5;

    // The share of the rows with a rare word whose form is to be told.
    private const double EnoughOfForms = 0.5;

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

    /// <summary>Whether words of a column are made up in the place of those that too few rows have.</summary>
    /// <param name="levels">Its words.</param>
    /// <param name="counts">The rows that have each.</param>
    /// <param name="minimumCount">The rows that a word is told of.</param>
    public static bool AreMade(ImmutableArray<string> levels, int[] counts, int minimumCount)
    {
        return FormsOf(levels, counts, minimumCount).Length > 0;
    }

    // What stands for each rare level, in their order; null if those that are told will do, or if forms are not.
    private static SortedDictionary<int, string>? ReplacementsOf(Table table, int column, int minimumCount)
    {
        ImmutableArray<string> levels = table.Schema[column].Levels;
        int[] counts = new int[levels.Length];
        foreach (double level in table.Present(column))
        {
            counts[(int)level]++;
        }

        string[] forms = FormsOf(levels, counts, minimumCount);
        if (forms.Length == 0)
        {
            return null;
        }

        HashSet<string> taken = [.. levels];
        var makers = forms.ToDictionary(form => form, form => new KeyMaker(new KeyForm(form, 0), column + 1));
        SortedDictionary<int, string> replacements = [];
        foreach (int level in RareOf(counts, minimumCount))
        {
            KeyMaker maker = makers[FormOf(levels[level]) is { } form && makers.ContainsKey(form) ? form : forms[0]];
            string word = maker.Next();
            while (!taken.Add(word))
            {
                word = maker.Next();
            }

            replacements.Add(level, word);
        }

        return replacements;
    }

    // The forms that enough rows with rare words have, the most frequent first; none if nothing is to be made up.
    private static string[] FormsOf(ImmutableArray<string> levels, int[] counts, int minimumCount)
    {
        int[] rare = RareOf(counts, minimumCount);
        long rows = rare.Sum(level => (long)counts[level]);
        if (rows <= (1 - EnoughTold) * counts.Sum(count => (long)count))
        {
            return [];
        }

        (string Form, int Rows)[] told =
        [
            .. rare.Select(level => (Form: FormOf(levels[level]), Rows: counts[level])).Where(word => word.Form is not null)
                .GroupBy(word => word.Form!, word => word.Rows).Select(form => (form.Key, Rows: form.Sum())).Where(form => form.Rows >= minimumCount),
        ];
        return told.Sum(form => (long)form.Rows) <= EnoughOfForms * rows
            ? []
            : [.. told.OrderByDescending(form => form.Rows).ThenBy(form => form.Form, StringComparer.Ordinal).Select(form => form.Form)];
    }

    private static int[] RareOf(int[] counts, int minimumCount)
    {
        return [.. Enumerable.Range(0, counts.Length).Where(level => counts[level] > 0 && counts[level] < minimumCount)];
    }

    // A word with other digits and letters in their places; null if it has no digit, or no key has such a pattern.
    private static string? FormOf(string word)
    {
        if (!word.Any(char.IsAsciiDigit))
        {
            return null;
        }

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
        return new KeyForm(whole, 0).CanBeMade ? whole : null;
    }
}

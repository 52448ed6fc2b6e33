using System.Collections.Immutable;
using System.Globalization;
using GanSweep.Tables.Dialects;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Text;

namespace GanSweep.Tables.Writing;

/// <summary>
/// The one door for columns and for spellings of files that come from outside, in a generator's file or in a table's bytes: what passes can be written, since it
/// could have been read. The writers rely on it, and check nothing of it again.
/// </summary>
public static class FormCheck
{
    private static readonly Shown Shown = new(quotesCells: true);

    /// <summary>Demands that columns and the spelling of their file are such as reading a table gives.</summary>
    /// <param name="schema">What the table's columns are.</param>
    /// <param name="form">How its file is spelled.</param>
    /// <exception cref="FormException">They are not.</exception>
    public static void Demand(ImmutableArray<ColumnSchema> schema, TableForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        Demand(!schema.IsDefaultOrEmpty, "A table has at least one column.");
        DemandCount(schema.Length);
        Demand(!schema.Contains(null!), "A column of the table is null.");
        DemandNames(schema.Select(column => column.Name));
        foreach (ColumnSchema column in schema)
        {
            DemandLevels(column);
        }

        DemandFile(form);
        Demand(!form.Columns.IsDefault && !form.Columns.Contains(null!), "A column of the form is null.");
        DemandCount(form.Columns.Length);
        DemandNames(form.Columns.Select(column => column.Name));
        Dictionary<string, ColumnSchema> table = schema.ToDictionary(column => column.Name);
        int found = 0;
        foreach (ColumnForm column in form.Columns)
        {
            bool isOfTable = table.TryGetValue(column.Name, out ColumnSchema? known);
            Demand(isOfTable != column.Key is not null, $"Column {Quoted(column.Name)} of the form is not either one of the table's or one of keys.");
            found += isOfTable ? 1 : 0;
            DemandSpelling(column, known);
        }

        Demand(form.Columns.IsEmpty || found == schema.Length, "The form does not have every column of the table.");
    }

    private static void DemandCount(int columns)
    {
        Demand(
            columns <= TableForm.MostColumns,
            string.Create(CultureInfo.InvariantCulture, $"There are {columns:N0} columns; a table may have {TableForm.MostColumns:N0}."));
    }

    private static void DemandNames(IEnumerable<string?> names)
    {
        HashSet<string> seen = [];
        foreach (string? name in names)
        {
            Demand(!string.IsNullOrWhiteSpace(name) && seen.Add(name), $"Column name {Quoted(name)} is blank or given twice; names are neither.");

            // A tab, which tables of version 0.1 could have in a name, does no harm.
            Demand(Unprintable.In(name!.Replace('\t', ' ')) is null, $"Column name {Quoted(name)} holds a character that a terminal or a page would act on.");
        }
    }

    private static void DemandLevels(ColumnSchema column)
    {
        Demand(Enum.IsDefined(column.Kind) && Enum.IsDefined(column.Unit), $"Column {Quoted(column.Name)} is of a kind, or counts a unit, that there is not.");
        Demand(!column.Levels.IsDefault && !column.Levels.Contains(null!), $"A level of column {Quoted(column.Name)} is null.");
        Demand(column.Levels.Distinct().Count() == column.Levels.Length, $"Column {Quoted(column.Name)} has a level twice.");
        Demand(column.Kind != ColumnKind.Boolean || column.Levels.Length <= 2, $"Column {Quoted(column.Name)}, of booleans, has more than two levels.");
        Demand(column.HasLevels || column.Levels.IsEmpty, $"Column {Quoted(column.Name)} has levels; those of its kind have none.");
    }

    private static void DemandFile(TableForm form)
    {
        Demand(TableForm.IsDelimiter(form.Delimiter), $"{Quoted(form.Delimiter.ToString())} cannot stand between cells; a comma, a semicolon, a tab, a bar or another ASCII sign can.");
        Demand(TableForm.IsDecimalMark(form.DecimalMark), $"{Quoted(form.DecimalMark.ToString())} is no decimal mark; a point or a comma is.");
        Demand(form.Encoding is not null && FileEncoding.Named(form.Encoding, []) is not null, $"There is no encoding {Quoted(form.Encoding)}.");
    }

    private static void DemandSpelling(ColumnForm column, ColumnSchema? schema)
    {
        string name = Quoted(column.Name);
        Demand(
            column.Decimals is null or (>= 0 and <= ColumnForm.MostDecimals),
            string.Create(CultureInfo.InvariantCulture, $"Column {name} has {column.Decimals} decimals; 0 to {ColumnForm.MostDecimals} are possible."));
        Demand(
            column.Thousands is null || NumberStyle.All.Any(style => style.Thousands == column.Thousands),
            $"{Quoted(column.Thousands.ToString())}, between the thousands of column {name}, groups no numbers.");
        Demand(IsAroundNumbers(column), $"{Quoted(column.Prefix)} and {Quoted(column.Suffix)} cannot stand around the numbers of column {name}; signs of currencies and percent can.");
        Demand(
            column.DateFormat is null || new DateFormat(column.DateFormat) is { IsFormat: true } format && (schema is null || format.Unit == schema.Unit),
            $"{Quoted(column.DateFormat)}, the format of column {name}, is no format of its dates.");
        Demand(
            column.Key is null or { CanBeMade: true },
            $"Column {name} cannot have keys from {column.Key?.First} on of the pattern {Quoted(column.Key?.Pattern)}; they begin at 0 or above, and a pattern has 1 to {KeyForm.MostPlaces} printable ASCII letters.");
    }

    // What is read off a cell as standing around its number.
    private static bool IsAroundNumbers(ColumnForm column)
    {
        string cell = $"{column.Prefix}1{column.Suffix}";
        NumberText number = new(cell);
        return cell.Length <= ColumnForm.MostLetters && number.Prefix.SequenceEqual(column.Prefix) && number.Suffix.SequenceEqual(column.Suffix);
    }

    private static string Quoted(string? text)
    {
        return text is null ? "null" : Unprintable.Escaped(Shown.Quoted(text)).ReplaceLineEndings("\\n");
    }

    private static void Demand(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new FormException(otherwise);
        }
    }
}

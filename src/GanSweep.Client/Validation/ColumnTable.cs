using System.Globalization;
using GanSweep.Documents;
using Spectre.Console;

namespace GanSweep.Client.Validation;

/// <summary>What was understood of a table's columns, for people.</summary>
internal static class ColumnTable
{
    private const int MostLetters = 40;

    /// <summary>Writes a line a column, and then what is to be looked at.</summary>
    public static void Write(IAnsiConsole console, IReadOnlyCollection<ColumnDocument> columns)
    {
        if (columns.Count == 0)
        {
            return;
        }

        Table table = new Table().Border(TableBorder.Simple).BorderStyle(new Style(decoration: Decoration.Dim));
        table.AddColumn(new TableColumn("column"));
        table.AddColumn(new TableColumn("kind").NoWrap());
        table.AddColumn(new TableColumn("values"));
        table.AddColumn(new TableColumn("missing").RightAligned().NoWrap());
        table.AddColumn(new TableColumn("such as"));
        table.AddColumn(new TableColumn("since"));
        foreach (ColumnDocument column in columns)
        {
            string missing = column.Missing == 0 ? "" : column.Missing.ToString("0.#%", CultureInfo.InvariantCulture);
            string values = column.Levels > 0 ? $"{column.Levels.ToString("N0", CultureInfo.InvariantCulture)} levels" : column.Values;
            table.AddRow(((string[])[column.Name, column.Kind, values, missing, string.Join(" · ", column.Examples), column.Why]).Select(Cell));
        }

        console.Write(table);
        foreach (ColumnDocument column in columns)
        {
            foreach (string warning in column.Warnings)
            {
                console.Write(new Text($"{Short(column.Name)}: {warning}\n"));
            }
        }
    }

    private static Text Cell(string text)
    {
        return new Text(Short(text));
    }

    // A cell that holds a book is shown by its first line.
    private static string Short(string text)
    {
        string line = text.ReplaceLineEndings(" ");
        return line.Length <= MostLetters ? line : string.Concat(line.AsSpan(0, MostLetters - 1), "…");
    }
}

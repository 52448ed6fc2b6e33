using GanSweep.Reporting.Html;
using GanSweep.Reporting.Inputs;
using GanSweep.Reporting.Plots;
using GanSweep.Reporting.Statistics;
using GanSweep.Tables;

namespace GanSweep.Reporting.Sections;

/// <summary>What stands under a panel of a column of numbers or dates.</summary>
internal static class ColumnNotes
{
    /// <summary>What the panel does not show: values beyond it, and missing cells. Null if it shows all.</summary>
    public static string? Of(ColumnRange range, Table real, Table synthetic, int column)
    {
        string[] notes = [.. new[] { range.Note, Missing(real, synthetic, column) }.OfType<string>()];
        return notes.Length == 0 ? null : string.Join(' ', notes);
    }

    /// <summary>The row of the column by which rows are sorted in a table of the others.</summary>
    /// <param name="column">Its name.</param>
    /// <param name="cells">Cells of a row besides the column's name.</param>
    public static Markup NotLearnt(string column, int cells)
    {
        return Cell.Row([Cell.RowHeading(column), Markup.Of($"<td colspan=\"{cells}\">{ShownTables.NotLearnt}</td>")]);
    }

    /// <summary>Says of which columns neither table has a cell.</summary>
    public static void WriteEmpty(this HtmlWriter html, Table real, Table synthetic, IEnumerable<int> columns)
    {
        string[] empty = [.. columns.Where(column => !HasCells(real, synthetic, column)).Select(column => real.ColumnNames[column])];
        if (empty.Length > 0)
        {
            html.Write($"<p class=\"note\">Every cell is missing of {string.Join(", ", empty)}.</p>");
        }
    }

    /// <summary>Whether a cell of the column is there in either table.</summary>
    public static bool HasCells(Table real, Table synthetic, int column)
    {
        return real.MissingCount(column) < real.RowCount || synthetic.MissingCount(column) < synthetic.RowCount;
    }

    private static string? Missing(Table real, Table synthetic, int column)
    {
        return real.MissingCount(column) + synthetic.MissingCount(column) == 0
            ? null
            : $"Missing, and left out: {Numbers.Percent(real.MissingShare(column))} of the real cells, {Numbers.Percent(synthetic.MissingShare(column))} of the "
                + "synthetic ones.";
    }
}

using System.Collections.Immutable;
using System.Globalization;
using GanSweep.Evaluation.Comparisons;
using GanSweep.Evaluation.Holdout;
using GanSweep.Evaluation.Privacy;
using GanSweep.Reporting.Findings;
using GanSweep.Reporting.Html;
using GanSweep.Reporting.Inputs;
using GanSweep.Tables;

namespace GanSweep.Reporting.Sections;

/// <summary>By column, how often synthetic cells are values that few training rows have.</summary>
internal static class RareValueTable
{
    /// <summary>Writes it, and before it what it says.</summary>
    public static void WriteRareValues(this HtmlWriter html, ReportInput input)
    {
        html.Write($"<h3>Values that few rows have</h3>");
        if (input.Synthetic is not { } synthetic)
        {
            html.Write($"<p>The generator of this run is not kept, so there are no synthetic cells to look through.</p>");
            return;
        }

        // Steps from real stamp to real stamp meet real stamps: that says nothing of what was learnt.
        HoldoutSplit split = HoldoutSplit.Of(input.Real, input.Provenance.Holdout, input.Sequence);
        Table Compared(Table rows)
        {
            return WithoutClock.Of(rows, input.Sequence);
        }

        ImmutableArray<CopiedCells> columns =
        [
            .. CopiedCells.ByColumn(
                Compared(split.Training), split.HeldOut is { } heldOut ? Compared(heldOut) : null, Compared(synthetic), RareValues.RareBelow(input.MinimumCount))
                .Where(column => column.RareValues > 0),
        ];
        html.Write($"<p>{RareValues.Of(columns, input.Compared.ColumnCount, input.MinimumCount).Sentence}</p>");
        if (columns.IsEmpty)
        {
            return;
        }

        ImmutableArray<CopiedCells> shown = columns;
        if (columns.Length > ShownTables.MostColumns)
        {
            shown = [.. columns.OrderByDescending(column => column.Excess).Take(ShownTables.MostColumns)];
            html.Write($"<p class=\"note\">The {ShownTables.MostColumns} of {columns.Length} columns in which the share of synthetic cells exceeds that of held-out ones most, "
                + $"the worst first; {columns.Length - shown.Length} are left out.</p>");
        }

        html.WriteTable(
            "Values that few training rows have, by column",
            [
                Cell.Heading("column"), Cell.NumberHeading("rare values"), Cell.NumberHeading("training rows with one"), Cell.NumberHeading("of synthetic cells"),
                Cell.NumberHeading("of held-out cells"), Cell.Heading("verdict"),
            ],
            [
                .. shown.Select(column => Row(columns, column)),
                .. input.Sequence is { IsFileOrder: false, By: { } sortedBy } ? [ColumnNotes.NotLearnt(sortedBy, 5)] : Array.Empty<Markup>(),
            ]);
    }

    private static Markup Row(ImmutableArray<CopiedCells> columns, CopiedCells column)
    {
        Outcome outcome = RareValues.OutcomeOf(columns, column);
        Markup[] cells =
        [
            Cell.RowHeading(column.Column),
            Cell.Number(Count(column.RareValues)),
            Cell.Number(Count(column.RareRows)),
            Cell.Number(Numbers.Percent(column.Synthetic.Share)),
            Cell.Number(Numbers.Percent(column.HeldOut?.Share)),
            outcome switch
            {
                Outcome.Good => Markup.Of($"<td class=\"verdict-good\">✓ as chance gives</td>"),
                Outcome.Bad => Markup.Of($"<td class=\"verdict-bad\">! far more</td>"),
                _ => Markup.Of($"<td>not known</td>"),
            },
        ];
        return outcome == Outcome.Bad ? Markup.Of($"<tr class=\"marked\">{Markup.Join(cells)}</tr>") : Cell.Row(cells);
    }

    private static string Count(int count)
    {
        return count.ToString("N0", CultureInfo.InvariantCulture);
    }
}

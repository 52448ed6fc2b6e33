using System.Collections.Immutable;
using GanSweep.Evaluation.Fidelity;
using GanSweep.Reporting.Html;
using GanSweep.Reporting.Inputs;
using GanSweep.Reporting.Statistics;
using GanSweep.Tables;

namespace GanSweep.Reporting.Sections;

/// <summary>Both tables described, column by column, and how far they are apart.</summary>
internal sealed class DescriptionSection : SampledSection
{
    private const int MostRanked = 1_000;

    private static readonly (string Name, Func<ColumnSummary, double> Read)[] Rows =
    [
        ("count", column => column.Count),
        ("mean", column => column.Mean),
        ("std", column => column.Std),
        ("min", column => column.Min),
        ("25 %", column => column.Q25),
        ("50 %", column => column.Median),
        ("75 %", column => column.Q75),
        ("max", column => column.Max),
    ];

    public override string Id => "description";

    public override string Title => "Columns described";

    protected override void Write(HtmlWriter html, ShownTables shown)
    {
        WriteFigures(html, shown.Real, shown.Synthetic);
        if (!shown.Ranking.IsEmpty)
        {
            WriteRanking(html, shown.Ranking);
        }
    }

    protected override void WriteFigures(HtmlWriter html, Table real, Table synthetic)
    {
        ColumnSummary[] realColumns = Describe(real);
        ColumnSummary[] syntheticColumns = Describe(synthetic);
        html.Write($"<p class=\"note\">Standard deviations with n − 1; quantiles of type 7. The difference is synthetic − real.</p>");
        html.Write($"<div class=\"pair\">");
        WriteOne(html, "Real", real.ColumnNames, realColumns);
        WriteOne(html, "Synthetic", real.ColumnNames, syntheticColumns);
        html.Write($"</div><h3>Difference</h3>");
        html.WriteTable(
            "Synthetic less real",
            Headings(real.ColumnNames),
            Rows.Skip(1).Select(row => Cell.Row(
            [
                Cell.RowHeading(row.Name),
                .. realColumns.Zip(syntheticColumns, (r, s) => Cell.Number(Numbers.Difference(row.Read(s) - row.Read(r)))),
            ])));
    }

    private static void WriteOne(HtmlWriter html, string title, IReadOnlyList<string> names, ColumnSummary[] columns)
    {
        html.Write($"<div><h3>{title}</h3>");
        html.WriteTable(
            $"{title} columns described",
            Headings(names),
            Rows.Select(row => Cell.Row([Cell.RowHeading(row.Name), .. columns.Select(column => Cell.Number(row.Read(column), 4))])));
        html.Write($"</div>");
    }

    // Figures show the worst columns alone: here are all, as far as a page goes.
    private static void WriteRanking(HtmlWriter html, ImmutableArray<ColumnScores> ranking)
    {
        html.Write($"<h3>All columns, the farthest first</h3>");
        html.WriteTable(
            "All columns, the farthest first",
            [
                Cell.Heading(""), Cell.NumberHeading("js"), Cell.NumberHeading("mean gap"), Cell.NumberHeading("std gap"),
                Cell.NumberHeading("shapes"), Cell.NumberHeading("wasserstein"),
            ],
            ranking.Take(MostRanked).Select(column => Cell.Row(
            [
                Cell.RowHeading(column.Name), Cell.Number(column.Js), Cell.Number(column.MeanGap), Cell.Number(column.StdGap),
                Cell.Number(column.KsComplement), Cell.Number(column.Wasserstein1),
            ])));
        if (ranking.Length > MostRanked)
        {
            html.Write($"<p class=\"note\">{ranking.Length - MostRanked} more of them are not shown.</p>");
        }
    }

    private static IEnumerable<Markup> Headings(IReadOnlyList<string> names)
    {
        return [Cell.Heading(""), .. names.Select(Cell.NumberHeading)];
    }

    private static ColumnSummary[] Describe(Table table)
    {
        return [.. Enumerable.Range(0, table.ColumnCount).Select(column => TableStatistics.Describe(table.Column(column)))];
    }
}

using GanSweep.Reporting.Html;
using GanSweep.Reporting.Statistics;
using GanSweep.Tables;

namespace GanSweep.Reporting.Sections;

/// <summary>Both tables described, column by column, and how far they are apart.</summary>
internal sealed class DescriptionSection : SampledSection
{
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

    protected override void Write(HtmlWriter html, Table real, Table synthetic)
    {
        ColumnSummary[] realColumns = Describe(real);
        ColumnSummary[] syntheticColumns = Describe(synthetic);
        html.Write($"<p class=\"note\">Standard deviations with n − 1; quantiles of type 7. The difference is synthetic − real.</p>");
        WriteLimit(html, real.ColumnCount);
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

    private static IEnumerable<Markup> Headings(IReadOnlyList<string> names)
    {
        return [Cell.Heading(""), .. names.Take(MostColumns).Select(Cell.NumberHeading)];
    }

    private static ColumnSummary[] Describe(Table table)
    {
        return [.. Enumerable.Range(0, Math.Min(MostColumns, table.ColumnCount)).Select(column => TableStatistics.Describe(table.Column(column)))];
    }
}

using System.Collections.Immutable;
using GanSweep.Evaluation.Fidelity;
using GanSweep.Reporting.Html;
using GanSweep.Reporting.Inputs;
using GanSweep.Reporting.Statistics;
using GanSweep.Tables;
using GanSweep.Tables.Schema;

namespace GanSweep.Reporting.Sections;

/// <summary>Both tables described, column by column, and how far they are apart: numbers, dates and words each in their way.</summary>
internal sealed class DescriptionSection : SampledSection
{
    private const int MostRanked = 1_000;
    private const int MostFrequent = 3;

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

    private static readonly (string Name, Func<ColumnSummary, double> Read)[] DateRows =
    [
        ("mean", column => column.Mean),
        ("earliest", column => column.Min),
        ("25 %", column => column.Q25),
        ("50 %", column => column.Median),
        ("75 %", column => column.Q75),
        ("latest", column => column.Max),
    ];

    public override string Id => "description";

    public override string Title => "Columns described";

    protected override void Write(HtmlWriter html, ShownTables shown)
    {
        if (shown.SortedByNote is { } note)
        {
            html.Write($"<p class=\"note\">{note}</p>");
        }

        WriteFigures(html, shown);
        if (!shown.Ranking.IsEmpty)
        {
            WriteRanking(html, shown.Ranking, shown.SortedBy);
        }
    }

    protected override void WriteFigures(HtmlWriter html, ShownTables shown)
    {
        (Table real, Table synthetic) = (shown.Real, shown.Synthetic);
        bool isMixed = real.Numbers().Length < real.ColumnCount;
        if (real.Measures().Length > 0)
        {
            html.Write($"<p class=\"note\">Standard deviations with n − 1; quantiles of type 7. The difference is synthetic − real.</p>");
        }

        if (real.Numbers() is { Length: > 0 } numbers)
        {
            WriteNumbers(html, isMixed ? "Numbers, " : "", real, synthetic, numbers);
        }

        if (real.Dates() is { Length: > 0 } dates)
        {
            WriteDates(html, real, synthetic, dates);
        }

        if (real.OfLevels() is { Length: > 0 } levels)
        {
            WriteLevels(html, [.. levels.Select(column => (real.ColumnNames[column], LevelTally.Of(real, synthetic, column)))]);
        }
    }

    private static void WriteNumbers(HtmlWriter html, string kind, Table real, Table synthetic, int[] columns)
    {
        string[] names = [.. columns.Select(column => real.ColumnNames[column])];
        ColumnSummary[] realColumns = Describe(real, columns);
        ColumnSummary[] syntheticColumns = Describe(synthetic, columns);
        bool hasMissing = HasMissing(real, columns) || HasMissing(synthetic, columns);
        void WriteOne(Table table, ColumnSummary[] summaries, string title)
        {
            html.Write($"<div><h3>{Titled(kind, title)}</h3>");
            html.WriteTable(
                $"{title} columns described",
                Headings(names),
                [
                    .. Rows.Take(1).Select(Line),
                    .. hasMissing ? [MissingRow(table, columns)] : Array.Empty<Markup>(),
                    .. Rows.Skip(1).Select(Line),
                ]);
            html.Write($"</div>");

            Markup Line((string Name, Func<ColumnSummary, double> Read) row)
            {
                return Cell.Row([Cell.RowHeading(row.Name), .. summaries.Select(column => Cell.Number(row.Read(column), 4))]);
            }
        }

        html.Write($"<div class=\"pair\">");
        WriteOne(real, realColumns, "Real");
        WriteOne(synthetic, syntheticColumns, "Synthetic");
        html.Write($"</div><h3>{Titled(kind, "Difference")}</h3>");
        html.WriteTable(
            "Synthetic less real",
            Headings(names),
            Rows.Skip(1).Select(row => Cell.Row(
            [
                Cell.RowHeading(row.Name),
                .. realColumns.Zip(syntheticColumns, (r, s) => Cell.Number(Numbers.Difference(row.Read(s) - row.Read(r)))),
            ])));
    }

    private static void WriteDates(HtmlWriter html, Table real, Table synthetic, int[] columns)
    {
        string[] names = [.. columns.Select(column => real.ColumnNames[column])];
        DateUnit[] units = [.. columns.Select(column => real.Schema[column].Unit)];
        ColumnSummary[] realColumns = Describe(real, columns);
        ColumnSummary[] syntheticColumns = Describe(synthetic, columns);
        void WriteOne(Table table, ColumnSummary[] summaries, string title)
        {
            html.Write($"<div><h3>Dates, {title}</h3>");
            html.WriteTable(
                $"Dates of the {title} table described",
                Headings(names),
                [
                    Cell.Row([Cell.RowHeading("count"), .. summaries.Select(column => Cell.Number(column.Count, 4))]),
                    .. HasMissing(real, columns) || HasMissing(synthetic, columns) ? [MissingRow(table, columns)] : Array.Empty<Markup>(),
                    .. DateRows.Select(row => Cell.Row(
                        [Cell.RowHeading(row.Name), .. summaries.Zip(units, (column, unit) => Cell.Number(DateText.Of(row.Read(column), unit)))])),
                ]);
            html.Write($"</div>");
        }

        html.Write($"<div class=\"pair\">");
        WriteOne(real, realColumns, "real");
        WriteOne(synthetic, syntheticColumns, "synthetic");
        html.Write($"</div><h3>Dates, difference</h3>");
        html.WriteTable(
            "Dates, synthetic less real",
            Headings(names),
            DateRows.Select(row => Cell.Row(
            [
                Cell.RowHeading(row.Name),
                .. units.Select((unit, column) => Cell.Number(DateText.Difference(row.Read(syntheticColumns[column]) - row.Read(realColumns[column]), unit))),
            ])));
    }

    private static void WriteLevels(HtmlWriter html, (string Name, LevelTally Tally)[] columns)
    {
        bool hasMissing = columns.Any(column => column.Tally.RealMissing + column.Tally.SyntheticMissing > 0);
        html.Write($"<h3>Words</h3>");
        html.WriteTable(
            "Columns of words described",
            [
                Cell.Heading("column"), Cell.NumberHeading("levels, real"), Cell.NumberHeading("synthetic"),
                .. hasMissing ? [Cell.NumberHeading("missing, real"), Cell.NumberHeading("synthetic")] : Array.Empty<Markup>(),
                Cell.Heading("most frequent, real"), Cell.Heading("synthetic"),
            ],
            columns.Select(column => Cell.Row(
            [
                Cell.RowHeading(column.Name),
                Cell.Number($"{column.Tally.Levels.Count(level => level.Real > 0)}"),
                Cell.Number($"{column.Tally.Levels.Count(level => level.Synthetic > 0)}"),
                .. hasMissing
                    ? [
                        Cell.Number(Numbers.Percent(column.Tally.RealShare(column.Tally.RealMissing))),
                        Cell.Number(Numbers.Percent(column.Tally.SyntheticShare(column.Tally.SyntheticMissing))),
                    ]
                    : Array.Empty<Markup>(),
                MostFrequentOf(column.Tally.Levels, level => level.Real, column.Tally.RealShare),
                MostFrequentOf(column.Tally.Levels, level => level.Synthetic, column.Tally.SyntheticShare),
            ])));
    }

    private static Markup MostFrequentOf(ImmutableArray<LevelCount> levels, Func<LevelCount, int> count, Func<double, double> share)
    {
        string[] most =
        [
            .. levels.Where(level => count(level) > 0).OrderByDescending(count).Take(MostFrequent)
                .Select(level => $"{LevelText.Quoted(level.Name)} {Numbers.Percent(share(count(level)))}"),
        ];
        return Markup.Of($"<td class=\"wide\">{(most.Length == 0 ? Numbers.None : string.Join(", ", most))}</td>");
    }

    // Figures show the worst columns alone: here are all, as far as a page goes.
    private static void WriteRanking(HtmlWriter html, ImmutableArray<ColumnScores> ranking, string? sortedBy)
    {
        (string Name, Func<ColumnScores, double?> Read)[] columns =
        [
            ("js", column => column.Js), ("mean gap", column => column.MeanGap), ("std gap", column => column.StdGap),
            ("shapes", column => column.KsComplement), ("wasserstein", column => column.Wasserstein1),
            .. ranking.Any(column => column.CategoryGap is not null)
                ? [("levels", column => column.CategoryGap), ("coverage", column => column.LevelCoverage)]
                : Array.Empty<(string, Func<ColumnScores, double?>)>(),
            .. ranking.Any(column => column.MissingGap > 0)
                ? [("missing", column => column.MissingGap)]
                : Array.Empty<(string, Func<ColumnScores, double?>)>(),
        ];
        html.Write($"<h3>All columns, the farthest first</h3>");
        html.WriteTable(
            "All columns, the farthest first",
            [Cell.Heading("column"), .. columns.Select(column => Cell.NumberHeading(column.Name))],
            [
                .. ranking.Take(MostRanked).Select(each => Cell.Row([Cell.RowHeading(each.Name), .. columns.Select(column => Cell.Number(column.Read(each)))])),
                .. sortedBy is null ? Array.Empty<Markup>() : [ColumnNotes.NotLearnt(sortedBy, columns.Length)],
            ]);
        if (ranking.Length > MostRanked)
        {
            html.Write($"<p class=\"note\">{ranking.Length - MostRanked} more of them are not shown.</p>");
        }
    }

    private static Markup MissingRow(Table table, int[] columns)
    {
        return Cell.Row([Cell.RowHeading("missing"), .. columns.Select(column => Cell.Number(Numbers.Percent(table.MissingShare(column))))]);
    }

    private static bool HasMissing(Table table, int[] columns)
    {
        return columns.Any(column => table.MissingCount(column) > 0);
    }

    private static string Titled(string kind, string title)
    {
        return kind.Length == 0 ? title : kind + title.ToLowerInvariant();
    }

    private static IEnumerable<Markup> Headings(IReadOnlyList<string> names)
    {
        return [Cell.Heading("figure"), .. names.Select(Cell.NumberHeading)];
    }

    private static ColumnSummary[] Describe(Table table, int[] columns)
    {
        return [.. columns.Select(column => TableStatistics.Describe(table.Present(column)))];
    }
}

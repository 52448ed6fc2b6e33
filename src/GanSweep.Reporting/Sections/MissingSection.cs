using GanSweep.Reporting.Html;
using GanSweep.Reporting.Inputs;
using GanSweep.Reporting.Plots;
using GanSweep.Reporting.Statistics;
using GanSweep.Tables;

namespace GanSweep.Reporting.Sections;

/// <summary>Which cells are missing: how many of each column, which go missing together, and what that hangs on.</summary>
internal sealed class MissingSection : SampledSection
{
    private const int MostPairs = 12;
    private const int MostPanels = 8;

    // Where fewer are missing, what they have in common is chance.
    private const double LeastShare = 0.01;

    public override string Id => "missing";

    public override string Title => "Missing cells";

    public override bool Concerns(ReportInput input)
    {
        return input.Real.HasMissing || input.Synthetic?.HasMissing == true;
    }

    protected override void WriteFigures(HtmlWriter html, ShownTables shown)
    {
        (Table real, Table synthetic) = (shown.Real, shown.Synthetic);
        int[] columns =
        [
            .. Enumerable.Range(0, real.ColumnCount)
                .Where(column => real.MissingCount(column) + synthetic.MissingCount(column) > 0)
                .OrderByDescending(column => Math.Max(real.MissingShare(column), synthetic.MissingShare(column))),
        ];
        if (columns.Length == 0)
        {
            html.Write($"<p>No cell is missing of the columns that are shown.</p>");
            return;
        }

        html.Write($"<p>The share of cells that are missing, of the columns that have any.</p>{Legend.RealAndSyntheticBars}");
        html.WritePanels(
        [
            BarPanel.Of(
                "Missing by column",
                [.. columns.Select(column => new Bar(real.ColumnNames[column], real.MissingShare(column), synthetic.MissingShare(column)))],
                "share of rows",
                "Share of missing cells by column, real and synthetic"),
        ], "three");
        WriteTogether(
            html, shown.RealRows, shown.SyntheticRows, [.. columns.Where(column => real.MissingShare(column) + synthetic.MissingShare(column) >= LeastShare)]);
        WriteDependences(html, shown.RealRows, shown.SyntheticRows, [.. columns.Where(column => real.MissingCount(column) > 0)]);
    }

    private static void WriteTogether(HtmlWriter html, Table real, Table synthetic, int[] columns)
    {
        double[][] ofReal = [.. columns.Select(column => Marks(real, column))];
        double[][] ofSynthetic = [.. columns.Select(column => Marks(synthetic, column))];
        if (columns.Length < 2)
        {
            return;
        }

        string[] names = [.. columns.Select((_, index) => $"{index}")];
        double[,] r = TableStatistics.Pearson(new Table(names, ofReal));
        double[,] s = TableStatistics.Pearson(new Table(names, ofSynthetic));
        var pairs = (
            from i in Enumerable.Range(0, columns.Length)
            from j in Enumerable.Range(i + 1, columns.Length - i - 1)
            let gap = OrZero(s[i, j]) - OrZero(r[i, j])
            where OrZero(s[i, j]) != 0 || OrZero(r[i, j]) != 0
            orderby Math.Abs(gap) descending
            select (I: i, J: j, Gap: gap)).ToArray();
        if (pairs.Length == 0)
        {
            return;
        }

        html.Write($"<h3>Missing together</h3><p>Pairs of columns whose cells are missing in the same rows: the share of rows that lack both, and the "
            + $"correlation of being missing. "
            + $"{(pairs.Length > MostPairs ? $"The {MostPairs} of {pairs.Length} pairs that differ most." : "Those that differ most come first.")}</p>");
        html.WriteTable(
            "Columns that are missing together",
            [
                Cell.Heading("columns"), Cell.NumberHeading("both missing, real"), Cell.NumberHeading("synthetic"), Cell.NumberHeading("correlation, real"),
                Cell.NumberHeading("synthetic"), Cell.NumberHeading("difference"),
            ],
            pairs.Take(MostPairs).Select(pair => Cell.Row(
                Cell.RowHeading($"{real.ColumnNames[columns[pair.I]]} and {real.ColumnNames[columns[pair.J]]}"),
                Cell.Number(Numbers.Percent(Both(ofReal[pair.I], ofReal[pair.J]))),
                Cell.Number(Numbers.Percent(Both(ofSynthetic[pair.I], ofSynthetic[pair.J]))),
                Cell.Number(r[pair.I, pair.J]),
                Cell.Number(s[pair.I, pair.J]),
                Cell.Number(Numbers.Difference(pair.Gap)))));
    }

    private static void WriteDependences(HtmlWriter html, Table real, Table synthetic, int[] columns)
    {
        MissingDependence[] strongest = [.. MissingDependence.Strongest(real, synthetic, columns)];
        if (strongest.Length == 0)
        {
            return;
        }

        html.Write($"<h3>Missing by another column</h3><p>What being missing hangs on most in the real table: the share that is missing in each group of "
            + $"the other column, and so in the synthetic rows."
            + $"{(strongest.Length > MostPanels ? $" The {MostPanels} strongest of {strongest.Length}." : "")}</p>{Legend.RealAndSyntheticBars}");
        html.WritePanels(strongest.Take(MostPanels).Select(dependence =>
        {
            string title = $"{real.ColumnNames[dependence.Column]} missing, by {real.ColumnNames[dependence.Other]}";
            return BarPanel.Of(
                title,
                [.. dependence.Groups.Names.Select((name, group) => new Bar(name, dependence.Real[group], dependence.Synthetic[group]))],
                "share missing",
                $"{title}, real and synthetic");
        }));
    }

    private static double[] Marks(Table table, int column)
    {
        return [.. table.Column(column).ToArray().Select(value => double.IsNaN(value) ? 1.0 : 0)];
    }

    private static double Both(double[] x, double[] y)
    {
        return x.Zip(y, (first, second) => first * second).Average();
    }

    private static double OrZero(double correlation)
    {
        return double.IsNaN(correlation) ? 0 : correlation;
    }
}

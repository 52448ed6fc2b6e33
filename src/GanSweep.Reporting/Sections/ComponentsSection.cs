using GanSweep.Reporting.Html;
using GanSweep.Reporting.Inputs;
using GanSweep.Reporting.Plots;
using GanSweep.Reporting.Statistics;
using GanSweep.Tables;

namespace GanSweep.Reporting.Sections;

/// <summary>The numbers of both tables on the real table's first two principal components.</summary>
internal sealed class ComponentsSection : SampledSection
{
    private const int MostPoints = 1_500;

    // A column with more missing cells than this share would take too many rows with it.
    private const double MostMissing = 0.5;

    public override string Id => "components";

    public override string Title => "Principal components";

    public override bool Concerns(ReportInput input)
    {
        int numbers = input.Compared.Numbers().Length;
        return numbers == input.Compared.ColumnCount || numbers > 1;
    }

    protected override void WriteFigures(HtmlWriter html, ShownTables shown)
    {
        int[] columns =
        [
            .. shown.RealRows.Numbers().Where(column => Math.Max(shown.RealRows.MissingShare(column), shown.SyntheticRows.MissingShare(column)) <= MostMissing),
        ];
        Table real = WholeRows(shown.RealRows, columns);
        Table synthetic = WholeRows(shown.SyntheticRows, columns);
        if (Math.Min(real.RowCount, synthetic.RowCount) == 0)
        {
            html.Write($"<p>No row has a cell in every column of numbers, so there is nothing to show.</p>");
            return;
        }

        PrincipalComponents components = PrincipalComponents.Of(real);
        if (components.Explained.Count < 2)
        {
            html.Write($"<p>Fewer than two columns vary, so there is no plane to show the rows on.</p>");
            return;
        }

        int points = Math.Min(Math.Min(real.RowCount, synthetic.RowCount), MostPoints);
        html.Write($"<p>Both tables on the plane in which the real one varies most, columns standardised by the real table: {points} "
            + $"rows of each, apart and together.{LeftOut(shown, columns, real, synthetic)}</p>{Legend.RealAndSyntheticPoints}");
        double[][] realPlane = [components.Project(real, 0), components.Project(real, 1)];
        double[][] syntheticPlane = [components.Project(synthetic, 0), components.Project(synthetic, 1)];
        ColumnRange[] ranges = [.. realPlane.Zip(syntheticPlane, (r, s) => ColumnRange.Of(TableStatistics.Sorted(r), TableStatistics.Sorted(s)))];
        Panel New(string title)
        {
            return new Panel(
                title,
                Axis.Linear(ranges[0].Low, ranges[0].High, Name(1, components.Explained[0]), 5),
                Axis.Linear(ranges[1].Low, ranges[1].High, Name(2, components.Explained[1]), 5))
            {
                Height = 260,
                Description = $"{title} rows on the real table's first two principal components",
            };
        }

        double[][] Few(double[][] plane)
        {
            return [.. plane.Select(axis => Sample.Of(axis, points))];
        }

        (double[][] r, double[][] s) = (Few(realPlane), Few(syntheticPlane));
        html.WritePanels(
        [
            New("Real and synthetic").Crosses(s[0], s[1], Ink.Synthetic, 4, 0.75).Dots(r[0], r[1], Ink.Real, 3, 0.7),
            New("Real").Dots(r[0], r[1], Ink.Real, 3, 0.7),
            New("Synthetic").Crosses(s[0], s[1], Ink.Synthetic, 4, 0.75),
        ], "three");
        double beyond = Math.Max(ranges[0].Beyond, ranges[1].Beyond);
        if (beyond > 0)
        {
            html.Write($"<p class=\"note\">Beyond the plots on one of the components: {Numbers.Percent(beyond)} of the synthetic "
                + $"rows.</p>");
        }
    }

    private static string LeftOut(ShownTables shown, int[] columns, Table real, Table synthetic)
    {
        string[] omitted = [.. shown.Real.Numbers().Except(columns).Select(column => shown.Real.ColumnNames[column])];
        return (columns.Length < shown.Real.ColumnCount ? $" Of {columns.Length} columns of numbers." : "")
            + (omitted.Length > 0 ? $" Left out, since most cells are missing: {string.Join(", ", omitted)}." : "")
            + (real.RowCount < shown.RealRows.RowCount || synthetic.RowCount < shown.SyntheticRows.RowCount
                ? $" Rows with a missing number are left out: {Numbers.Percent(1 - ((double)real.RowCount / shown.RealRows.RowCount))} of the real ones, "
                    + $"{Numbers.Percent(1 - ((double)synthetic.RowCount / shown.SyntheticRows.RowCount))} of the synthetic ones."
                : "");
    }

    private static Table WholeRows(Table table, int[] columns)
    {
        if (columns.Length == 0)
        {
            return table.Take([]);
        }

        Table chosen = table.Of(columns);
        return !chosen.HasMissing
            ? chosen
            : chosen.Take([.. Enumerable.Range(0, chosen.RowCount).Where(row => columns.Index().All(column => !double.IsNaN(chosen.Column(column.Index)[row])))]);
    }

    private static string Name(int number, double explained)
    {
        return $"component {number} ({Numbers.Percent(explained)} of the variance)";
    }
}

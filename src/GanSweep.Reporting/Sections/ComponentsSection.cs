using GanSweep.Reporting.Html;
using GanSweep.Reporting.Plots;
using GanSweep.Reporting.Statistics;
using GanSweep.Tables;

namespace GanSweep.Reporting.Sections;

/// <summary>Both tables on the real table's first two principal components.</summary>
internal sealed class ComponentsSection : SampledSection
{
    private const int MostPoints = 1_500;

    public override string Id => "components";

    public override string Title => "Principal components";

    protected override void WriteFigures(HtmlWriter html, Table real, Table synthetic)
    {
        PrincipalComponents components = PrincipalComponents.Of(real);
        if (components.Explained.Count < 2)
        {
            html.Write($"<p>Fewer than two columns vary, so there is no plane to show the rows on.</p>");
            return;
        }

        int points = Math.Min(Math.Min(real.RowCount, synthetic.RowCount), MostPoints);
        html.Write($"<p>Both tables on the plane in which the real one varies most, columns standardised by the real table: {points} "
            + $"rows of each, apart and together.</p>{Legend.RealAndSyntheticPoints}");
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

    private static string Name(int number, double explained)
    {
        return $"component {number} ({Numbers.Percent(explained)} of the variance)";
    }
}

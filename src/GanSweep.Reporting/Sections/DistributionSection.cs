using GanSweep.Reporting.Html;
using GanSweep.Reporting.Plots;
using GanSweep.Reporting.Statistics;
using GanSweep.Tables;

namespace GanSweep.Reporting.Sections;

/// <summary>The histogram of each column, real and synthetic over the same bins.</summary>
internal sealed class DistributionSection : SampledSection
{
    public override string Id => "distributions";

    public override string Title => "Distributions";

    protected override void WriteFigures(HtmlWriter html, Table real, Table synthetic)
    {
        html.Write($"<p>The share of rows in each of a range of bins: the real ones filled, the synthetic ones as a dashed "
            + $"outline.</p>{Legend.RealAndSyntheticLines}");
        html.WritePanels(Enumerable.Range(0, real.ColumnCount).Select(column =>
        {
            double[] realValues = TableStatistics.Sorted(real.Column(column));
            double[] syntheticValues = TableStatistics.Sorted(synthetic.Column(column));
            ColumnRange range = ColumnRange.Of(realValues, syntheticValues);
            Histogram bins = Histogram.Of(realValues, range);
            double[] realShares = bins.Shares(realValues);
            double[] syntheticShares = bins.Shares(syntheticValues);
            double top = 1.06 * realShares.Concat(syntheticShares).Max();
            Panel panel = new(real.ColumnNames[column], Axis.Linear(range.Low, range.High, "value", 4), Axis.Linear(0, top, "share of "
                + "rows", 4))
            {
                Description = $"Histogram of {real.ColumnNames[column]}, real and synthetic",
                Note = range.Note,
            };
            (double[] xs, double[] ys) = Outline(bins, realShares);
            panel.Area(xs, ys, Ink.Real, 0.28).Line(xs, ys, Ink.Real, 1);
            (xs, ys) = Outline(bins, syntheticShares);
            return panel.Line(xs, ys, Ink.Synthetic, 1.8f);
        }));
    }

    private static (double[] Xs, double[] Ys) Outline(Histogram bins, double[] shares)
    {
        double[] edges = [.. Enumerable.Range(0, bins.Bins + 1).Select(i => bins.Low + (i * bins.Width))];
        return (
            [edges[0], .. shares.SelectMany((_, i) => new[] { edges[i], edges[i + 1] }), edges[^1]],
            [0, .. shares.SelectMany(share => new[] { share, share }), 0]);
    }
}

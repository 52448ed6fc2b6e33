using GanSweep.Numerics.Tables;
using GanSweep.Reporting.Html;
using GanSweep.Reporting.Plots;
using GanSweep.Reporting.Statistics;

namespace GanSweep.Reporting.Sections;

/// <summary>The histogram of each column, real and synthetic over the same bins.</summary>
internal sealed class DistributionSection : SampledSection
{
    public override string Id => "distributions";

    public override string Title => "Distributions";

    protected override void Write(HtmlWriter html, Table real, Table synthetic)
    {
        html.Write($"<p>The share of rows in each of a range of bins: the real ones filled, the synthetic ones as a dashed outline.</p>{Legend.RealAndSyntheticLines}");
        WriteLimit(html, real.ColumnCount);
        html.WritePanels(Enumerable.Range(0, Math.Min(MostColumns, real.ColumnCount)).Select(column =>
        {
            double[] realValues = TableStatistics.Sorted(real.Column(column));
            double[] syntheticValues = TableStatistics.Sorted(synthetic.Column(column));
            ColumnRange range = ColumnRange.Of(realValues, syntheticValues);
            Histogram bins = Histogram.Of(realValues, range);
            double[] realShares = bins.Shares(realValues);
            double[] syntheticShares = bins.Shares(syntheticValues);
            double top = 1.06 * realShares.Concat(syntheticShares).Max();
            Panel panel = new(real.ColumnNames[column], Axis.Linear(range.Low, range.High, "value", 4), Axis.Linear(0, top, "share of rows", 4))
            {
                Description = $"Histogram of {real.ColumnNames[column]}, real and synthetic",
                Note = range.Note,
            };
            for (int i = 0; i < bins.Bins; i++)
            {
                panel.Block(bins.Low + (i * bins.Width), bins.Low + ((i + 1) * bins.Width), 0, realShares[i], Ink.Real, 0.28);
            }

            Outline(panel, bins, realShares, Ink.Real, 1);
            Outline(panel, bins, syntheticShares, Ink.Synthetic, 1.8f);
            return panel;
        }));
    }

    private static void Outline(Panel panel, Histogram bins, double[] shares, Ink ink, float width)
    {
        double[] edges = [.. Enumerable.Range(0, bins.Bins + 1).Select(i => bins.Low + (i * bins.Width))];
        double[] xs = [edges[0], .. shares.SelectMany((_, i) => new[] { edges[i], edges[i + 1] }), edges[^1]];
        double[] ys = [0, .. shares.SelectMany(share => new[] { share, share }), 0];
        panel.Line(xs, ys, ink, width);
    }
}

using GanSweep.Reporting.Html;
using GanSweep.Reporting.Inputs;
using GanSweep.Reporting.Plots;
using GanSweep.Reporting.Statistics;
using GanSweep.Tables;

namespace GanSweep.Reporting.Sections;

/// <summary>The cumulative distribution of each column of numbers, real and synthetic.</summary>
internal sealed class CumulativeSection : SampledSection
{
    private const int Steps = 160;

    public override string Id => "cumulative";

    public override string Title => "Cumulative distributions";

    public override bool Concerns(ReportInput input)
    {
        return input.Real.Numbers().Length > 0;
    }

    protected override void WriteFigures(HtmlWriter html, ShownTables shown)
    {
        (Table real, Table synthetic) = (shown.RealRows, shown.SyntheticRows);
        int[] columns = real.Numbers();
        html.Write($"<p>The share of rows at or below each value. The farther apart the two lines, the farther the "
            + $"column.</p>{Legend.RealAndSyntheticLines}");
        html.WritePanels(columns.Where(column => ColumnNotes.HasCells(real, synthetic, column)).Select(column =>
        {
            double[] realValues = TableStatistics.Sorted(real.Present(column));
            double[] syntheticValues = TableStatistics.Sorted(synthetic.Present(column));
            ColumnRange range = ColumnRange.Of(realValues, syntheticValues);
            Panel panel = new(real.ColumnNames[column], Axis.Linear(range.Low, range.High, "value", 4), Axis.Linear(0, 1.03, "share of "
                + "rows"))
            {
                Description = $"Cumulative distribution of {real.ColumnNames[column]}, real and synthetic",
                Note = ColumnNotes.Of(range, real, synthetic, column),
            };
            Add(panel, realValues, range, Ink.Real);
            Add(panel, syntheticValues, range, Ink.Synthetic);
            return panel;
        }));
        html.WriteEmpty(real, synthetic, columns);
    }

    // At the width of a panel, quantiles show the steps of a distribution as well as all its values would.
    private static void Add(Panel panel, double[] sorted, ColumnRange range, Ink ink)
    {
        if (sorted.Length == 0)
        {
            return;
        }

        List<double> xs = [range.Low];
        List<double> ys = [0];
        for (int i = 0; i <= Steps; i++)
        {
            int index = (int)((long)i * (sorted.Length - 1) / Steps);
            xs.AddRange([sorted[index], sorted[index]]);
            ys.AddRange([ys[^1], (index + 1.0) / sorted.Length]);
        }

        xs.Add(range.High);
        ys.Add(1);
        panel.Line(xs, ys, ink);
    }
}

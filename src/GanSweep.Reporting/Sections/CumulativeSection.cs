using GanSweep.Reporting.Html;
using GanSweep.Reporting.Inputs;
using GanSweep.Reporting.Plots;
using GanSweep.Reporting.Statistics;
using GanSweep.Tables;

namespace GanSweep.Reporting.Sections;

/// <summary>The cumulative distribution of each column of numbers, real and synthetic.</summary>
internal sealed class CumulativeSection : SampledSection
{
    public override string Id => "cumulative";

    public override string Title => "Cumulative distributions";

    public override bool Concerns(ReportInput input)
    {
        return input.Compared.Numbers().Length > 0;
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
            return panel.Cumulative(realValues, range, Ink.Real).Cumulative(syntheticValues, range, Ink.Synthetic);
        }));
        html.WriteEmpty(real, synthetic, columns);
    }
}

using GanSweep.Reporting.Html;
using GanSweep.Reporting.Inputs;
using GanSweep.Reporting.Plots;
using GanSweep.Reporting.Statistics;
using GanSweep.Tables;

namespace GanSweep.Reporting.Sections;

/// <summary>The correlations of the numbers and dates of both tables and their differences, by values and by ranks.</summary>
internal sealed class CorrelationSection : SampledSection
{
    private const double FullDifference = 0.5;

    public override string Id => "correlations";

    public override string Title => "Correlations";

    public override bool Concerns(ReportInput input)
    {
        return input.Compared.OfLevels().Length == 0 || input.Compared.Measures().Length > 1;
    }

    protected override void WriteFigures(HtmlWriter html, ShownTables shown)
    {
        int[] columns = shown.RealRows.Measures();
        if (columns.Length < 2)
        {
            html.Write($"<p>{(shown.RealRows.ColumnCount < 2 ? "One column has no correlations." : "Fewer than two columns of numbers or dates are shown: there are no correlations.")}</p>");
            return;
        }

        (Table real, Table synthetic) = (shown.RealRows.Of(columns), shown.SyntheticRows.Of(columns));
        html.Write($"<p>Pearson's correlation goes by the values and hangs on a few extreme rows; Spearman's goes by ranks and does not. "
            + $"Blue is above 0, orange below; – where a column is constant. The difference is synthetic − real, its colour full at "
            + $"{FullDifference}.{(real.HasMissing || synthetic.HasMissing ? " Of each pair, rows with a missing cell are left out." : "")}</p>");
        string[] names = [.. real.ColumnNames];
        WriteOne(html, "Pearson", names, TableStatistics.Pearson(real), TableStatistics.Pearson(synthetic));
        WriteOne(html, "Spearman", names, TableStatistics.Spearman(real), TableStatistics.Spearman(synthetic));
    }

    private static void WriteOne(HtmlWriter html, string kind, string[] names, double[,] real, double[,] synthetic)
    {
        html.WritePanels(HeatMap.Compare(kind, names, real, synthetic, FullDifference), "three");
    }
}

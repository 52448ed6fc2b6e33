using GanSweep.Reporting.Html;
using GanSweep.Reporting.Plots;
using GanSweep.Reporting.Statistics;
using GanSweep.Tables;

namespace GanSweep.Reporting.Sections;

/// <summary>The correlations of both tables and their differences, by values and by ranks.</summary>
internal sealed class CorrelationSection : SampledSection
{
    private const double FullDifference = 0.5;

    public override string Id => "correlations";

    public override string Title => "Correlations";

    protected override void WriteFigures(HtmlWriter html, Table real, Table synthetic)
    {
        if (real.ColumnCount < 2)
        {
            html.Write($"<p>One column has no correlations.</p>");
            return;
        }

        html.Write($"<p>Pearson's correlation goes by the values and hangs on a few extreme rows; Spearman's goes by ranks and does not. "
            + $"Blue is above 0, orange below; – where a column is constant. The difference is synthetic − real, its colour full at "
            + $"{FullDifference}.</p>");
        string[] names = [.. real.ColumnNames];
        WriteOne(html, "Pearson", names, TableStatistics.Pearson(real), TableStatistics.Pearson(synthetic));
        WriteOne(html, "Spearman", names, TableStatistics.Spearman(real), TableStatistics.Spearman(synthetic));
    }

    private static void WriteOne(HtmlWriter html, string kind, string[] names, double[,] real, double[,] synthetic)
    {
        double[,] difference = new double[names.Length, names.Length];
        for (int i = 0; i < names.Length; i++)
        {
            for (int j = 0; j < names.Length; j++)
            {
                difference[i, j] = synthetic[i, j] - real[i, j];
            }
        }

        html.WritePanels(
        [
            HeatMap.Of($"{kind}, real", names, real, 1),
            HeatMap.Of($"{kind}, synthetic", names, synthetic, 1),
            HeatMap.Of($"{kind}, difference", names, difference, FullDifference),
        ], "three");
    }
}

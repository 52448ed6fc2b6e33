using GanSweep.Reporting.Html;
using GanSweep.Reporting.Plots;
using GanSweep.Reporting.Statistics;
using GanSweep.Tables;

namespace GanSweep.Reporting.Sections;

/// <summary>Every pair of columns, real and synthetic rows as points.</summary>
internal sealed class PairsSection : SampledSection
{
    // Points and pairs are limited so that a page stays below 3 MB.
    private const int MostPairs = 91;
    private const int MostPoints = 40_000;
    private const int MostPointsOfPair = 1_500;

    public override string Id => "pairs";

    public override string Title => "Pairs of columns";

    protected override void WriteFigures(HtmlWriter html, Table real, Table synthetic)
    {
        (int I, int J)[] pairs =
        [
            .. from i in Enumerable.Range(0, real.ColumnCount)
               from j in Enumerable.Range(i + 1, real.ColumnCount - i - 1)
               select (i, j),
        ];
        if (pairs.Length == 0)
        {
            html.Write($"<p>One column has no pairs.</p>");
            return;
        }

        int count = pairs.Length;
        if (count > MostPairs)
        {
            pairs = [.. Farthest(pairs, TableStatistics.Spearman(real), TableStatistics.Spearman(synthetic)).Take(MostPairs).Order()];
        }

        int points = Math.Min(Math.Min(real.RowCount, synthetic.RowCount), Math.Min(MostPointsOfPair, MostPoints / 2 / pairs.Length));
        html.Write($"<p>Equally many rows of both tables, evenly chosen: {points} of {real.RowCount} real and of {synthetic.RowCount} "
            + $"synthetic ones.</p>");
        if (count > pairs.Length)
        {
            html.Write($"<p class=\"note\">Shown are the {pairs.Length} of {count} pairs whose Spearman correlations differ most.</p>");
        }

        html.Write($"{Legend.RealAndSyntheticPoints}");
        ColumnRange[] ranges = [.. Enumerable.Range(0, real.ColumnCount).Select(column =>
            ColumnRange.Of(TableStatistics.Sorted(real.Column(column)), TableStatistics.Sorted(synthetic.Column(column))))];
        html.WritePanels(pairs.Select(pair => Of(pair.I, pair.J, real, synthetic, points, ranges)), "small");
    }

    private static Panel Of(int i, int j, Table real, Table synthetic, int points, ColumnRange[] ranges)
    {
        string title = $"{real.ColumnNames[j]} by {real.ColumnNames[i]}";
        return new Panel(title, Axis.Linear(ranges[i].Low, ranges[i].High, "", 3), Axis.Linear(ranges[j].Low, ranges[j].High, "", 4))
        {
            Width = 270,
            Height = 215,
            Description = $"{title}, real and synthetic rows",
        }
            .Crosses(Sample.Of(synthetic.Column(i), points), Sample.Of(synthetic.Column(j), points), Ink.Synthetic, 4, 0.75)
            .Dots(Sample.Of(real.Column(i), points), Sample.Of(real.Column(j), points), Ink.Real, 3, 0.7);
    }

    private static IEnumerable<(int I, int J)> Farthest((int I, int J)[] pairs, double[,] real, double[,] synthetic)
    {
        return pairs.OrderByDescending(pair => Math.Abs(synthetic[pair.I, pair.J] - real[pair.I, pair.J]) is var gap && double.IsNaN(gap) ? 0 : gap);
    }
}

using System.Collections.Immutable;
using GanSweep.Evaluation.Scoring;
using GanSweep.Reporting.Boards;
using GanSweep.Reporting.Html;
using GanSweep.Reporting.Inputs;
using GanSweep.Reporting.Plots;
using GanSweep.Sweeps.Ranking;
using GanSweep.Sweeps.Wire;

namespace GanSweep.Reporting.Sections;

/// <summary>Configurations by the median of their replicates: how much is the configuration's merit, and how much its seeds' luck.</summary>
internal sealed class SeedsSection : ISection<SweepInput>
{
    private const int MostConfigurations = 15;

    public string Id => "seeds";

    public string Title => "Seeds";

    public void Write(HtmlWriter html, SweepInput input)
    {
        ImmutableArray<RankedConfiguration> configurations = ConfigurationRanking.Rank(input.Board.Trainings);
        if (!configurations.Any(configuration => configuration.Runs.Length > 1))
        {
            html.Write($"<p>Every configuration was trained under one seed, so nothing tells luck from merit; "
                + $"<code>\"replicates\"</code> in sweep.json trains each under several.</p>");
            return;
        }

        Dictionary<int, double> totals = input.Board.Rows.Where(row => row.Scores is not null).ToDictionary(row => row.Run, row => row.Scores!.Find(Score.Total) ?? double.NaN);
        (RankedConfiguration Configuration, double[] Totals)[] shown =
            [.. configurations.Take(MostConfigurations).Select(each => (each, each.Runs.Select(run => totals[run]).Where(double.IsFinite).ToArray()))];
        double spread = Median([.. shown.Where(each => each.Totals.Length > 1).Select(each => each.Totals.Max() - each.Totals.Min())]);
        html.Write($"<p>The best {shown.Length} of {configurations.Length} configurations, by the median of their replicates. Between "
            + $"seeds of one configuration totals differ by {spread} (median): differences between configurations that are smaller than "
            + $"this tell little.</p>");
        html.Write($"{Legend.Of(Legend.Dot(Ink.Real, "a replicate"), Legend.Line(Ink.Mark, "median"))}<div class=\"beside\">");
        html.WritePanels(
        [
            StripPanel.Of(
                "Configurations by rank",
                [.. shown.Select(each => ($"{each.Configuration.Rank}", each.Totals, each.Configuration.Medians.Total))],
                Axis.Around(shown.SelectMany(each => each.Totals), "total", 4)),
        ]);
        string[] keys = [.. RunCells.KeysOf(input.Board)];
        html.WriteTable(
            "Configurations by the median of their replicates",
            [
                Cell.NumberHeading("rank"), .. keys.Select(Cell.KeyHeading),
                Cell.NumberHeading("median"), Cell.NumberHeading("best"), Cell.NumberHeading("worst"), Cell.Heading("runs"),
            ],
            shown.Select(each => Cell.Row(
            [
                Cell.Number($"{each.Configuration.Rank}"),
                .. keys.Select(key => Cell.Text(RunCells.ValueOf(each.Configuration.Configuration, key))),
                Cell.Number(each.Configuration.Medians.Total),
                Cell.Number(each.Totals.Length > 0 ? each.Totals.Min() : null),
                Cell.Number(each.Totals.Length > 0 ? each.Totals.Max() : null),
                Cell.Text(string.Join(", ", each.Configuration.Runs)),
            ])));
        html.Write($"</div>");
    }

    private static double Median(double[] values)
    {
        return values.Length == 0 ? double.NaN : Statistics.TableStatistics.Describe(values).Median;
    }
}

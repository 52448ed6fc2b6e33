using GanSweep.Contracts.Runs;
using GanSweep.Evaluation.Scoring;
using GanSweep.Reporting.Html;
using GanSweep.Settings.Models;
using GanSweep.Sweeps.Wire;
using GanSweep.Web.Pages.Data;

namespace GanSweep.Web.Pages.Sweeps;

/// <summary>The runs that are being trained: where, since which attempt, how far, with which losses.</summary>
internal static class RunningPart
{
    private const int MostRows = 64;

    public static void Write(HtmlWriter html, SweepData data)
    {
        LeaderboardRow[] running = [.. data.Progress.Running];
        if (running.Length == 0)
        {
            return;
        }

        html.Write($"<section><h2>Running</h2>");
        html.WriteTable(
            "Running",
            [
                Cell.NumberHeading("run"), Cell.Heading("trainer"), Cell.NumberHeading("attempt"), Cell.Heading("epoch"), Cell.NumberHeading("best total so far"), Cell.Heading("last losses"),
            ],
            running.Take(MostRows).Select(row => Row(row, data)));
        if (running.Length > MostRows)
        {
            html.Write($"<p class=\"note\">{running.Length - MostRows} more are not shown.</p>");
        }

        html.Write($"</section>");
    }

    private static Markup Row(LeaderboardRow row, SweepData data)
    {
        string epochs = new ConfigurationCells(row.Configuration.Model, row.Configuration.Json).Epochs;
        double? share = double.TryParse(epochs, out double all) && all > 0 ? row.Epochs / all : null;
        string losses = row.LastLosses is { Count: > 0 } last
            ? string.Join(", ", last.Series.Select(series => $"{series.Name} {Numbers.Rounded(series.Values[^1])}"))
            : Numbers.None;
        return Cell.Row(
        [
            Markup.Of($"<th scope=\"row\" class=\"number\"><a href=\"/sweeps/{data.Id}/runs/{row.Run}\">{row.Run}</a></th>"),
            Cell.Text(row.Trainer ?? Numbers.None),
            Cell.Number($"{row.Attempts}"),
            share is { } done ? Markup.Of($"<td>{SweepText.Bar(done)} <span class=\"note\">{row.Epochs} of {epochs}</span></td>") : Markup.Of($"<td>{row.Epochs}</td>"),
            Cell.Number(row.Scores?.Find(Score.Total), 4),
            Cell.Text(losses),
        ]);
    }
}

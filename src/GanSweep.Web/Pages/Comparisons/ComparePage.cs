using System.Collections.Immutable;
using System.Globalization;
using GanSweep.Contracts.Sweeps;
using GanSweep.Evaluation.Scoring;
using GanSweep.Reporting;
using GanSweep.Reporting.Html;
using GanSweep.Sweeps.Wire;
using GanSweep.Web.Pages.Data;
using GanSweep.Web.Pages.Live;
using GanSweep.Web.Pages.Sweeps;
using Microsoft.AspNetCore.Http;

namespace GanSweep.Web.Pages.Comparisons;

/// <summary>Runs of a sweep, or whole sweeps, side by side: <c>?sweep=ID&amp;run=1&amp;run=2</c>, or <c>?sweep=A&amp;sweep=B</c>.</summary>
internal static class ComparePage
{
    private const int MostSweeps = 6;

    public static async Task<IResult> OfAsync(SweepReader reader, IGrainFactory grains, HttpContext context)
    {
        string[] ids = [.. context.Request.Query["sweep"].OfType<string>().Where(id => id.Length > 0).Distinct().Take(MostSweeps)];
        BoardQuery query = BoardQuery.Read(context.Request.Query);
        List<SweepData> sweeps = [];
        foreach (string id in ids)
        {
            sweeps.Add(await reader.ReadAsync(id, context.RequestAborted));
        }

        ImmutableArray<SweepSummary> all = await grains.GetGrain<IDispatcherGrain>(0).ListAsync().WaitAsync(context.RequestAborted);
        List<RunDetails> runs = [];
        if (sweeps is [var only])
        {
            foreach (int run in query.Chosen)
            {
                runs.Add(await grains.GetGrain<ISweepGrain>(only.Id).GetRunAsync(run).WaitAsync(context.RequestAborted));
            }
        }

        string moment = string.Join(' ', sweeps.Select(sweep => sweep.Version)) + string.Join(' ', runs.Select(run => string.Create(CultureInfo.InvariantCulture, $"{run.Losses.Count}:{run.Row.State}")));
        return new LivePage
        {
            Title = "Compare",
            Parts =
            [
                .. runs.Count > 0 ? [new Part("runs", moment, html => WriteRuns(html, sweeps[0], runs))] : Array.Empty<Part>(),
                .. runs.Count == 0 && sweeps.Count > 0 ? [new Part("sweeps", moment, html => WriteSweeps(html, sweeps))] : Array.Empty<Part>(),
                new Part("choice", string.Create(CultureInfo.InvariantCulture, $"{all.Length}"), html => WriteChoice(html, all, ids)),
            ],
        };
    }

    private static void WriteRuns(HtmlWriter html, SweepData data, List<RunDetails> runs)
    {
        ImmutableArray<ComparedRun> compared = [.. runs.Select(run => new ComparedRun(data.Id, run.Row))];
        html.Write($"<p>Runs of <a href=\"/sweeps/{data.Id}\">{data.Id}</a>.</p><h2>Scores</h2>");
        WriteScores(html, [.. compared.Select(run => ($"run {run.Row.Run}", run.Row.Scores?.ToScores()))], data);
        html.Write($"<h2>Configurations</h2>");
        ConfigurationTable.Write(html, compared);
        CurvesPart.Write(html, data, runs);
    }

    private static void WriteSweeps(HtmlWriter html, List<SweepData> sweeps)
    {
        html.Write($"<h2>How they stand</h2>");
        html.WriteTable(
            "Sweeps",
            [Cell.Heading("sweep"), Cell.Heading("state"), Cell.NumberHeading("runs"), Cell.NumberHeading("failed"), Cell.NumberHeading("best total"), Cell.NumberHeading("median total"), Cell.NumberHeading("time of a slot")],
            sweeps.Select(sweep => Cell.Row(
            [
                Markup.Of($"<th scope=\"row\"><a href=\"/sweeps/{sweep.Id}\">{sweep.Id}</a></th>"), Markup.Of($"<td>{SweepText.State(sweep.Progress.Summary.State)}</td>"),
                Cell.Number($"{sweep.Progress.Summary.Counts.Completed}"), Cell.Number($"{sweep.Progress.Summary.Counts.Failed}"),
                Cell.Number(sweep.Progress.Summary.BestTotal, 4), Cell.Number(MedianOf(sweep), 4), Cell.Number(Numbers.Duration(sweep.Input.Provenance.TrainingSeconds)),
            ])));
        html.Write($"<h2>Their best runs</h2>");
        WriteScores(html, [.. sweeps.Select(sweep => (sweep.Id, sweep.Input.Board.Rows.FirstOrDefault(row => row.Rank == 1)?.Scores?.ToScores()))], sweeps[0]);
        foreach (SweepData sweep in sweeps)
        {
            foreach (var section in PageSections.OfCourse.Where(section => section.Concerns(sweep.Input)))
            {
                html.Write($"<h2>{sweep.Id}: {section.Title}</h2>");
                section.Write(html, sweep.Input);
            }
        }
    }

    private static void WriteScores(HtmlWriter html, IReadOnlyList<(string Name, Scores? Scores)> columns, SweepData data)
    {
        Score[] lines = [.. ((IEnumerable<Score>)[Score.Total, .. Score.All]).Where(score => columns.Any(column => column.Scores?[score] is not null))];
        html.WriteTable(
            "Scores",
            [Cell.Heading("score"), .. columns.Select(column => Cell.NumberHeading(column.Name)), Cell.NumberHeading("second sample")],
            lines.Select(score => Cell.Row(
            [
                Markup.Of($"<th scope=\"row\">{Cell.Breaking(score.Name)}<span class=\"meaning\">{score.Meaning}</span></th>"),
                .. columns.Select(column => Cell.Number(column.Scores?[score])), Cell.Number(data.Input.Yardsticks?.SecondSample[score]),
            ])));
    }

    private static void WriteChoice(HtmlWriter html, ImmutableArray<SweepSummary> all, string[] chosen)
    {
        html.Write($"<h2>Sweeps to compare</h2><form method=\"get\" class=\"look\"><fieldset><legend class=\"hidden\">Sweeps</legend>");
        foreach (SweepSummary sweep in all.Take(200))
        {
            html.Write($"<label><input type=\"checkbox\" name=\"sweep\" value=\"{sweep.SweepId}\"{(chosen.Contains(sweep.SweepId) ? new Markup(" checked=\"checked\"") : default)}/> {sweep.SweepId}</label>");
        }

        html.Write($"</fieldset><button type=\"submit\">Compare</button></form><p class=\"note\">Runs of one sweep are chosen in its leaderboard.</p>");
    }

    private static double? MedianOf(SweepData sweep)
    {
        double[] totals = [.. sweep.Input.Board.Trainings.Select(row => row.Scores?.Find(Score.Total)).OfType<double>().Where(double.IsFinite).Order()];
        return totals.Length == 0 ? null : (totals[(totals.Length - 1) / 2] + totals[totals.Length / 2]) / 2;
    }
}

using System.Collections.Immutable;
using System.Globalization;
using GanSweep.Contracts.Access;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Evaluation.Scoring;
using GanSweep.Reporting;
using GanSweep.Reporting.Html;
using GanSweep.Settings.Models;
using GanSweep.Sweeps.Wire;
using GanSweep.Web.Access;
using GanSweep.Web.Pages.Comparisons;
using GanSweep.Web.Pages.Data;
using GanSweep.Web.Pages.Live;
using GanSweep.Web.Pages.Sweeps;
using Microsoft.AspNetCore.Http;

namespace GanSweep.Web.Pages.Runs;

/// <summary>A run: how it stands, what it was given beside the best, how it learnt, its scores, what can be taken from it, and its rows beside real ones.</summary>
internal static class RunPage
{
    public static async Task<IResult> OfAsync(SweepReader reader, RowSections rows, IGrainFactory grains, HttpContext context, string sweep, int run)
    {
        SweepData data = await reader.ReadAsync(sweep, context.RequestAborted);
        RunDetails details = await grains.GetGrain<ISweepGrain>(sweep).GetRunAsync(run).WaitAsync(context.RequestAborted);
        PageContext reading = PageContext.Of(context);
        bool showsRows = reading.May(AccessRole.Operator) && details.Row.GeneratorKept;
        (DrawnRows? drawn, Exception? failure) = showsRows ? await rows.FindAsync(data, details.Row) : default;
        Audit(context, run, drawn);
        string moment = string.Create(CultureInfo.InvariantCulture, $"{data.Version} {details.Losses.Count} {details.History.Length} {details.Row.State} {details.Row.Attempts} {details.Row.Epochs}");
        return new LivePage
        {
            Title = $"Run {run}",
            Path = [("Sweeps", "/"), (sweep, $"/sweeps/{sweep}")],
            Parts =
            [
                new Part("standing", moment, html => WriteStanding(html, details)),
                .. details.Row.Scores is null ? [] : SweepPage.Sections([PageSections.Verdict], data with { Version = $"{moment} {drawn is not null}" }, RunInputs.Of(data, details, drawn?.RealRows, drawn?.FreshScores ?? default)),
                .. showsRows ? [new Part("generator", moment, html => WriteGenerator(html, sweep, run))] : Array.Empty<Part>(),
                .. SweepPage.Sections(PageSections.OfRun, data with { Version = moment }, RunInputs.Of(data, details)),
                new Part("configuration", data.Version, html => WriteConfiguration(html, data, details.Row)),
                .. showsRows ? RowsPart.Of(drawn, failure) : [],
            ],
        };
    }

    // Each time that rows are sent, and not each time that a page which has them asks whether something has changed.
    private static void Audit(HttpContext context, int run, DrawnRows? drawn)
    {
        HashSet<string> has = LivePage.KnownTo(context.Request);
        if (drawn is not null && drawn.Sections.Any(section => !has.Contains(section.Key)))
        {
            context.AuditAs(null, string.Create(CultureInfo.InvariantCulture, $"run {run}"));
        }
        else
        {
            context.AuditNothing();
        }
    }

    private static void WriteStanding(HtmlWriter html, RunDetails details)
    {
        LeaderboardRow row = details.Row;
        html.Write($"<ul class=\"tiles\"><li><b>{row.State.ToString().ToLowerInvariant()}</b><span>attempt {row.Attempts}{(row.Reused ? "; found in the store" : "")}</span></li>");
        html.Write($"<li><b>{(row.Rank is { } rank ? $"{rank}" : Numbers.None)}</b><span>rank</span></li>");
        html.Write($"<li><b>{Numbers.Rounded(row.Scores?.Find(Score.Total), 4)}</b><span>total; 1 is what a second real sample would get</span></li>");
        html.Write($"<li><b>{(row.BestEpoch is { } best ? $"{best} of {row.Epochs}" : $"{row.Epochs}")}</b><span>epoch</span></li>");
        html.Write($"<li><b>{Numbers.Duration(row.Seconds)}</b><span>of training</span></li>");
        html.Write($"<li><b>{row.Seed}</b><span>seed</span></li></ul>");
        foreach (string remark in ((IEnumerable<string?>)[row.Excluded is { } excluded ? $"Excluded: {excluded}" : null, row.Error, row.SameAs is { } same ? $"Its training is that of run {same}: they differ in values without effect alone." : null, row.Trainer is { } trainer ? $"Trained by {trainer}." : null, .. details.Story]).OfType<string>())
        {
            html.Write($"<p>{remark}</p>");
        }
    }

    private static void WriteGenerator(HtmlWriter html, string sweep, int run)
    {
        string address = $"/api/v1/sweeps/{sweep}/runs/{run}";
        html.Write($"<section><h2>Its generator</h2><div class=\"actions\"><a class=\"button\" href=\"{address}/generator\">Download it</a>"
            + $"<a class=\"button\" href=\"/api/v1/sweeps/{sweep}/report?run={run}\">Report</a>"
            + $"<a class=\"button\" href=\"#rows\">Its rows beside real ones</a></div>");
        html.Write($"<form method=\"get\" action=\"/sweeps/{sweep}/runs/{run}/rows\" class=\"look\"><label>Rows <input name=\"count\" value=\"1000\" inputmode=\"numeric\" size=\"8\" required=\"required\"/></label>"
            + $"<label>Seed <input name=\"seed\" value=\"1\" inputmode=\"numeric\" size=\"8\"/></label><label>Where <input name=\"where\" size=\"30\" placeholder=\"age &gt;= 60\"/></label><button type=\"submit\">Draw rows as CSV</button></form></section>");
    }

    private static void WriteConfiguration(HtmlWriter html, SweepData data, LeaderboardRow row)
    {
        LeaderboardRow? best = data.Input.Board.Rows.FirstOrDefault(each => each.Rank == 1);
        ImmutableArray<ComparedRun> runs = best is null || best.Run == row.Run ? [new(data.Id, row)] : [new(data.Id, row), new(data.Id, best)];
        html.Write($"<section><h2>Its configuration{(runs.Length > 1 ? ", beside the best run's" : "")}</h2>");
        ConfigurationTable.Write(html, runs);
        html.Write($"</section>");
    }
}

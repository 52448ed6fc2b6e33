using GanSweep.Contracts.Access;
using GanSweep.Contracts.Sweeps;
using GanSweep.Reporting.Inputs;
using GanSweep.Services.Reports;
using GanSweep.Web.Access;
using GanSweep.Web.Facts;
using GanSweep.Web.Queries;
using GanSweep.Web.Samples;
using GanSweep.Web.Sweeps;
using GanSweep.Web.Work;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace GanSweep.Web.Api;

/// <summary>What is taken away from a sweep: generators, rows, reports.</summary>
internal static class FileEndpoints
{
    private const string Zip = "application/zip";

    private const string Html = "text/html";

    private static readonly QueryKey Count = QueryKey.Number("count", "How many rows.", 1) with { IsRequired = true };

    private static readonly QueryKey Seed = QueryKey.Number("seed", "The seed of the rows: the same seed gives the same rows, and fewer of them are the first of more. Left out, 1.", 0);

    private static readonly QueryKey Where = new("where", "Only rows that are like this, such as sex = female and age >= 60. As many are drawn as that takes.");

    private static readonly QueryKey Safe = QueryKey.OneOf("safe", "true: an apostrophe before a name or a word that a spreadsheet would run as a formula.", "true", "false");

    private static readonly QueryKey Series = QueryKey.Number(
        "series", "How many series, each of as many rows as count says, which follow each other; a column before the others numbers them. Of a sweep with a sequence.", 1, int.MaxValue);

    private static readonly QueryKey Start = new(
        "start", "Where series begin: model (left out), with rows of its own; real, each after a stretch that is drawn of the sweep's table; or a number, all after that row of it.");

    private static readonly QueryKey Run = QueryKey.Number("run", "The run that is reported; left out, the best.", 1, int.MaxValue);

    /// <summary>Maps them.</summary>
    public static void MapFiles(this RouteGroupBuilder api)
    {
        api.MapGet("/sweeps/{sweep}/generator", (SweepDirectory sweeps, string sweep, CancellationToken cancellationToken) => GetGeneratorAsync(sweeps, sweep, null, cancellationToken))
            .Says("getBestGenerator", "The generator of the best run: a zip of its weights, transform, columns and scores.")
            .Sends(Zip, "The generator.").Fails(404)
            .Needs(AccessRole.Operator).Audits("downloaded");
        api.MapGet("/sweeps/{sweep}/runs/{run}/generator", (SweepDirectory sweeps, string sweep, int run, CancellationToken cancellationToken) => GetGeneratorAsync(sweeps, sweep, run, cancellationToken))
            .Says("getGenerator", "The generator of a run, if it was kept.")
            .Sends(Zip, "The generator.").Fails(404)
            .Needs(AccessRole.Operator).Audits("downloaded");
        api.MapGet("/sweeps/{sweep}/rows", (
                SweepDirectory sweeps, RowDrawing drawing, string sweep, [AsParameters] RowQuery query, CancellationToken cancellationToken) =>
                GetRowsAsync(sweeps, drawing, sweep, null, RowRequest.Of(query), cancellationToken))
            .Says("drawBestRows", "Synthetic rows of the best run's generator, in the real table's columns and spelling, as CSV.")
            .Takes(Count, Seed, Where, Safe, Series, Start).Sends(RowsResult.ContentType, "The rows.").Fails(404, 422)
            .Needs(AccessRole.Operator).Audits("sampled");
        api.MapGet("/sweeps/{sweep}/runs/{run}/rows", (
                SweepDirectory sweeps, RowDrawing drawing, string sweep, int run, [AsParameters] RowQuery query, CancellationToken cancellationToken) =>
                GetRowsAsync(sweeps, drawing, sweep, run, RowRequest.Of(query), cancellationToken))
            .Says("drawRows", "Synthetic rows of a run's generator, in the real table's columns and spelling, as CSV.")
            .Takes(Count, Seed, Where, Safe, Series, Start).Sends(RowsResult.ContentType, "The rows.").Fails(404, 422)
            .Needs(AccessRole.Operator).Audits("sampled");
        api.MapGet("/sweeps/{sweep}/report", GetReportAsync)
            .Says("getReport", "What a run shows, in one file that needs no network: its scores, its rows beside the real ones, its privacy.")
            .Takes(Run).Sends(Html, "The report.").Fails(404)
            .Needs(AccessRole.Operator).Audits("reported");
    }

    private static async Task<FileResult> GetGeneratorAsync(SweepDirectory sweeps, string sweep, int? run, CancellationToken cancellationToken)
    {
        FoundSweep found = await sweeps.FindAsync(sweep, cancellationToken);
        GeneratorFile file = await found.View.GetGeneratorAsync(run, cancellationToken);
        return new FileResult(file.Content, Zip, $"{found.Id}-run-{file.Run}.zip") { Run = file.Run };
    }

    private static async Task<RowsResult> GetRowsAsync(SweepDirectory sweeps, RowDrawing drawing, string sweep, int? run, RowRequest request, CancellationToken cancellationToken)
    {
        FoundSweep found = await sweeps.FindAsync(sweep, cancellationToken);
        return new RowsResult(drawing, found, run, request);
    }

    private static async Task<FileResult> GetReportAsync(
        SweepDirectory sweeps, WebFacts facts, HeavyWork work, TimeProvider time, string sweep, [FromQuery] int? run, CancellationToken cancellationToken)
    {
        FoundSweep found = await sweeps.FindAsync(sweep, cancellationToken);
        using IDisposable turn = await work.TakeTurnAsync(cancellationToken);
        (int reported, byte[] content) = await work.RunAsync(
            async () =>
            {
                ReportInput input = await ReportMaker.GatherAsync(found.View, run, facts.Families, facts.Version, time.GetUtcNow(), cancellationToken);
                using MemoryStream report = new();
                await ReportFile.WriteAsync(report, input);
                return (input.Run.Row.Run, report.ToArray());
            },
            cancellationToken);
        return new FileResult(content, $"{Html}; charset=utf-8", $"{found.Id}-run-{reported}.html") { IsShown = true, Run = reported };
    }
}

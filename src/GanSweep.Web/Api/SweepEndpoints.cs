using GanSweep.Contracts.Access;
using GanSweep.Contracts.Sweeps;
using GanSweep.Documents;
using GanSweep.Services.Submissions;
using GanSweep.Sweeps.Definitions;
using GanSweep.Sweeps.Stores;
using GanSweep.Web.Access;
using GanSweep.Web.Facts;
using GanSweep.Web.Queries;
using GanSweep.Web.Submissions;
using GanSweep.Web.Sweeps;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace GanSweep.Web.Api;

/// <summary>Sweeps: what there is, how each stands, and what is done to them.</summary>
internal static class SweepEndpoints
{
    private static readonly QueryKey Table = new("table", "The hash of a table that the coordinator has.");

    private static readonly QueryKey Upload = new("upload", "An upload that is whole: the table as it lies on your disk, read with the \"csv\" and \"columns\" of the sweep.json.");

    private static readonly QueryKey Configurations = QueryKey.Number(
        "configurations", "How many configurations are tried in all, those that the search has tried among them.", 1, SweepDefinition.MaximumRuns) with
    { IsRequired = true };

    /// <summary>Maps them.</summary>
    public static void MapSweeps(this RouteGroupBuilder api)
    {
        api.MapGet("/sweeps", ListAsync)
            .Says("listSweeps", "Every sweep, the latest first.")
            .Needs(AccessRole.Reader);
        api.MapPost("/sweeps", SubmitAsync)
            .Says("submitSweep", "Submits a sweep. The body is the text of its sweep.json; the same submission is the same sweep, and goes on with a cancelled one.")
            .Takes(Table, Upload).TakesSweepJson().Creates<SummaryDocument>("The sweep is new.").Fails(409, 413, 415, 422)
            .Needs(AccessRole.Operator).Audits("submitted");
        api.MapPost("/validate", ValidateAsync)
            .Says("validateSweep", "What a sweep would train, or everything that is wrong with it at once. Changes nothing.")
            .Takes(Table, Upload).TakesSweepJson().Fails(409, 413, 415, 422)
            .Needs(AccessRole.Operator);
        api.MapGet("/sweeps/{sweep}", GetAsync)
            .Says("getSweep", "How a sweep stands: state, counts, rate, time left, what is being trained, the best so far.")
            .Fails(404)
            .Needs(AccessRole.Reader);
        MapChange(api, "pause", "paused", "Trains nothing more of a sweep until it is resumed: its runs checkpoint and stop.", async sweep => SummaryDocument.Of(await sweep.PauseAsync()));
        MapChange(api, "resume", "resumed", "Goes on with a sweep that was paused or cancelled.", async sweep => SummaryDocument.Of(await sweep.ResumeAsync()));
        MapChange(api, "cancel", "cancelled", "Ends a sweep: its runs stop. What is completed stays; submitting it again goes on with it.", async sweep => SummaryDocument.Of(await sweep.CancelAsync()));
        MapChange(api, "retry", "retried", "Puts the failed runs of a sweep, and no others, back to waiting.", RetryAsync);
        api.MapPost("/sweeps/{sweep}/extend", ExtendAsync)
            .Says("extendSweep", "Goes on where a search ended, with more configurations: another sweep, in which nothing is trained twice.")
            .Takes(Configurations).Creates<SummaryDocument>("The sweep is new.").Fails(404, 422)
            .Needs(AccessRole.Operator).Audits("extended");
    }

    private static void MapChange(RouteGroupBuilder api, string verb, string done, string description, Func<ISweepGrain, Task<SummaryDocument>> change)
    {
        api.MapPost($"/sweeps/{{sweep}}/{verb}", async (SweepDirectory sweeps, string sweep, CancellationToken cancellationToken) =>
                new DocumentResult<SummaryDocument>(await change((await sweeps.FindAsync(sweep, cancellationToken)).Grain)))
            .Says($"{verb}Sweep", description)
            .Fails(404)
            .Needs(AccessRole.Operator).Audits(done);
    }

    private static async Task<SummaryDocument> RetryAsync(ISweepGrain sweep)
    {
        int retried = await sweep.RetryAsync();
        return SummaryDocument.Of(await sweep.GetSummaryAsync()) with { Retried = retried };
    }

    private static async Task<DocumentResult<ListDocument>> ListAsync(SweepDirectory sweeps, CancellationToken cancellationToken)
    {
        return new DocumentResult<ListDocument>(new ListDocument([.. (await sweeps.ListAsync(cancellationToken)).Select(SummaryDocument.Of)]));
    }

    private static async Task<DocumentResult<ProgressDocument>> GetAsync(SweepDirectory sweeps, string sweep, CancellationToken cancellationToken)
    {
        FoundSweep found = await sweeps.FindAsync(sweep, cancellationToken);
        return new DocumentResult<ProgressDocument>(ProgressDocument.Of(await found.Grain.GetProgressAsync().WaitAsync(cancellationToken)));
    }

    private static async Task<DocumentResult<SummaryDocument>> SubmitAsync(
        HttpRequest request, SweepDirectory sweeps, SweepPlanner planner, [FromQuery] string? table, [FromQuery] string? upload, CancellationToken cancellationToken)
    {
        string json = await SweepBody.ReadAsync(request, cancellationToken);
        SweepPlan plan = await planner.PlanAsync(json, table, upload, cancellationToken);
        if (upload is not null)
        {
            await TableUpload.EnsureAsync(sweeps.Dataset(plan.DatasetHash), plan.Table, _ => _ => { }, cancellationToken);
        }

        request.HttpContext.AuditAs(plan.SweepId);
        return await HandOnAsync(sweeps, plan.SweepId, plan.Submission, cancellationToken);
    }

    private static async Task<DocumentResult<ValidationDocument>> ValidateAsync(
        HttpRequest request,
        SweepPlanner planner,
        ISweepStore store,
        WebFacts facts,
        [FromQuery] string? table,
        [FromQuery] string? upload,
        CancellationToken cancellationToken)
    {
        string json = await SweepBody.ReadAsync(request, cancellationToken);
        SweepPlan plan = await planner.PlanAsync(json, table, upload, cancellationToken);
        StoredDocument stored = await Validation.ProbeAsync(store, plan, facts.Engines, isCoordinated: true);
        return new DocumentResult<ValidationDocument>(Validation.Of(plan, stored));
    }

    private static async Task<DocumentResult<SummaryDocument>> ExtendAsync(
        SweepDirectory sweeps, WebFacts facts, string sweep, [FromQuery] int configurations, CancellationToken cancellationToken)
    {
        FoundSweep found = await sweeps.FindAsync(sweep, cancellationToken);
        SweepProvenance provenance = await found.Grain.GetProvenanceAsync().WaitAsync(cancellationToken);
        Extension extension = Extension.Of(provenance, configurations, Configurations.Name, facts.Models, facts.Engines);
        return await HandOnAsync(sweeps, extension.SweepId, extension.Submission, cancellationToken);
    }

    private static async Task<DocumentResult<SummaryDocument>> HandOnAsync(SweepDirectory sweeps, string id, SweepSubmission submission, CancellationToken cancellationToken)
    {
        bool isNew = await sweeps.TryGetAsync(id, cancellationToken) is null;
        SweepSummary summary = await sweeps.Sweep(id).SubmitAsync(submission).WaitAsync(cancellationToken);
        return new DocumentResult<SummaryDocument>(
            SummaryDocument.Of(summary), isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK, $"{ApiPaths.Root}/sweeps/{id}");
    }
}

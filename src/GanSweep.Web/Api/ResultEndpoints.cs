using GanSweep.Contracts.Access;
using GanSweep.Contracts.Sweeps;
using GanSweep.Documents;
using GanSweep.Evaluation.Scoring;
using GanSweep.Sweeps.Definitions;
using GanSweep.Sweeps.Importance;
using GanSweep.Sweeps.Ranking;
using GanSweep.Sweeps.Wire;
using GanSweep.Web.Access;
using GanSweep.Web.Facts;
using GanSweep.Web.Queries;
using GanSweep.Web.Sweeps;
using GanSweep.Web.Work;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace GanSweep.Web.Api;

/// <summary>What a sweep has found: its ranking, its runs, which keys matter, where it comes from.</summary>
internal static class ResultEndpoints
{
    private const string ByConfiguration = "configuration";

    private static readonly QueryKey Top = QueryKey.Number("top", "The best so many alone; left out, all.", 1, int.MaxValue);

    private static readonly QueryKey By = QueryKey.OneOf("by", "configuration: configurations ranked by the medians of their replicates, instead of runs.", "run", ByConfiguration);

    private static readonly QueryKey ScoreName = QueryKey.OneOf(
        "score",
        "The score that says what is good; left out, total.",
        [Score.Total.Name, .. Score.All.Where(score => score.CanBeRanked).Select(score => score.Name)]);

    /// <summary>Maps them.</summary>
    public static void MapResults(this RouteGroupBuilder api)
    {
        api.MapGet("/sweeps/{sweep}/leaderboard", GetLeaderboardAsync)
            .Says("getLeaderboard", "The ranking of a sweep: lower is better, 1 is as far from the table as a second sample of its source would be.")
            .Takes(Top, By).Fails(404)
            .Needs(AccessRole.Reader);
        api.MapGet("/sweeps/{sweep}/runs/{run}", GetRunAsync)
            .Says("getRun", "One run, whole: configuration, scores, losses epoch by epoch, evaluations, and what a search did with it.")
            .Fails(404)
            .Needs(AccessRole.Reader);
        api.MapGet("/sweeps/{sweep}/importance", GetImportanceAsync)
            .Says("getImportance", "Which keys of a sweep's space have to do with which of its configurations are good (PED-ANOVA).")
            .Takes(ScoreName).Fails(404)
            .Needs(AccessRole.Reader);
        api.MapGet("/sweeps/{sweep}/timeline", GetTimelineAsync)
            .Says("getTimeline", "What was trained where since the coordinator began: the last attempts, when each began and ended, and how.")
            .Fails(404)
            .Needs(AccessRole.Reader);
        api.MapGet("/sweeps/{sweep}/provenance", GetProvenanceAsync)
            .Says("getProvenance", "Where the results of a sweep come from: the text of its sweep.json, its table's hash, the engine, the trainers.")
            .Fails(404)
            .Needs(AccessRole.Reader);
    }

    private static async Task<Results<DocumentResult<LeaderboardDocument>, DocumentResult<ConfigurationBoardDocument>>> GetLeaderboardAsync(
        SweepDirectory sweeps, string sweep, [FromQuery] int? top, [FromQuery] string? by, CancellationToken cancellationToken)
    {
        FoundSweep found = await sweeps.FindAsync(sweep, cancellationToken);
        if (by != ByConfiguration)
        {
            return new DocumentResult<LeaderboardDocument>(LeaderboardDocument.Of(await found.View.GetLeaderboardAsync(top, cancellationToken)));
        }

        // Medians need all runs.
        Leaderboard board = await found.View.GetLeaderboardAsync(top: null, cancellationToken);
        IReadOnlyList<RankedConfiguration> configurations = ConfigurationRanking.Rank(board.Trainings);
        return new DocumentResult<ConfigurationBoardDocument>(ConfigurationBoardDocument.Of(board, configurations.Take(top ?? int.MaxValue)));
    }

    private static async Task<DocumentResult<RunDocument>> GetRunAsync(SweepDirectory sweeps, string sweep, int run, CancellationToken cancellationToken)
    {
        FoundSweep found = await sweeps.FindAsync(sweep, cancellationToken);
        return new DocumentResult<RunDocument>(RunDocument.Of(found.Id, await found.View.GetRunAsync(run, cancellationToken)));
    }

    private static async Task<DocumentResult<ImportanceDocument>> GetImportanceAsync(
        SweepDirectory sweeps, WebFacts facts, HeavyWork work, string sweep, [FromQuery] string? score, CancellationToken cancellationToken)
    {
        FoundSweep found = await sweeps.FindAsync(sweep, cancellationToken);
        Score good = score is null ? Score.Total : Score.Find(score) ?? Score.Total;
        SweepProvenance provenance = await found.View.GetProvenanceAsync(cancellationToken);
        Leaderboard board = await found.View.GetLeaderboardAsync(top: null, cancellationToken);
        using IDisposable turn = await work.TakeTurnAsync(cancellationToken);
        return await work.RunAsync(
            () => new DocumentResult<ImportanceDocument>(ImportanceDocument.Of(
                found.Id, good.Name, SpaceImportance.Of(SweepDefinition.Restore(provenance.Json, facts.Models, provenance.AsOf()), board, good))),
            cancellationToken);
    }

    private static async Task<DocumentResult<TimelineDocument>> GetTimelineAsync(SweepDirectory sweeps, string sweep, CancellationToken cancellationToken)
    {
        FoundSweep found = await sweeps.FindAsync(sweep, cancellationToken);
        return new DocumentResult<TimelineDocument>(TimelineDocument.Of(await found.Grain.GetTimelineAsync().WaitAsync(cancellationToken)));
    }

    private static async Task<DocumentResult<ProvenanceDocument>> GetProvenanceAsync(SweepDirectory sweeps, string sweep, CancellationToken cancellationToken)
    {
        FoundSweep found = await sweeps.FindAsync(sweep, cancellationToken);
        return new DocumentResult<ProvenanceDocument>(ProvenanceDocument.Of(await found.View.GetProvenanceAsync(cancellationToken)));
    }
}

using GanSweep.Contracts.Access;
using GanSweep.Contracts.Sweeps;
using GanSweep.Documents;
using GanSweep.Web.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GanSweep.Web.Api;

/// <summary>Sweeps: what there is, how each stands, and what is done to them.</summary>
internal static class SweepEndpoints
{
    public static void MapSweeps(this RouteGroupBuilder api)
    {
        api.MapGet("/sweeps", async (IGrainFactory grains) =>
            new DocumentResult<ListDocument>(new ListDocument([.. (await grains.GetGrain<IDispatcherGrain>(0).ListAsync()).Select(SummaryDocument.Of)])))
            .Needs(AccessRole.Reader);
        api.MapGet("/sweeps/{sweep}/leaderboard", async (IGrainFactory grains, string sweep, int? top) =>
            new DocumentResult<LeaderboardDocument>(LeaderboardDocument.Of(await grains.GetGrain<ISweepGrain>(sweep).GetLeaderboardAsync(top))))
            .Needs(AccessRole.Reader);
    }
}

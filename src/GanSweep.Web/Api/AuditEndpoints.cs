using GanSweep.Contracts.Access;
using GanSweep.Documents;
using GanSweep.Sweeps.Access;
using GanSweep.Web.Access;
using GanSweep.Web.Queries;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GanSweep.Web.Api;

/// <summary>Who did what, for admins.</summary>
internal static class AuditEndpoints
{
    private const int Page = 100;

    private static readonly QueryKey Before = QueryKey.Number("before", "The number of the entry before which to begin; left out, with the latest.", 1, int.MaxValue);

    private static readonly QueryKey Count = QueryKey.Number("count", "How many entries at most; left out, 100.", 1, 1_000);

    public static void MapAudit(this RouteGroupBuilder api)
    {
        api.MapGet("/audit", async (AccessBook book, long? before, int? count) =>
            new DocumentResult<AuditDocument>(AuditDocument.Of(await book.Log.ReadAsync(before, count ?? Page))))
            .Says("readAudit", "Who did what, from where and when, the latest first.")
            .Takes(Before, Count)
            .Needs(AccessRole.Admin);
    }
}

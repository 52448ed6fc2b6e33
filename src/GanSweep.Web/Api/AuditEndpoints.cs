using GanSweep.Contracts.Access;
using GanSweep.Documents;
using GanSweep.Sweeps.Access;
using GanSweep.Web.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GanSweep.Web.Api;

/// <summary>Who did what, for admins.</summary>
internal static class AuditEndpoints
{
    private const int Page = 100;

    public static void MapAudit(this RouteGroupBuilder api)
    {
        api.MapGet("/audit", async (AccessBook book, long? before, int? count) =>
            new DocumentResult<AuditDocument>(AuditDocument.Of(await book.Log.ReadAsync(before, count ?? Page))))
            .Needs(AccessRole.Admin);
    }
}

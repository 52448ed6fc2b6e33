using GanSweep.Contracts.Access;
using GanSweep.Documents;
using GanSweep.Web.Access;
using GanSweep.Web.Sweeps;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace GanSweep.Web.Api;

/// <summary>The cluster.</summary>
internal static class ClusterEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapCluster(this RouteGroupBuilder api)
    {
        api.MapGet("/cluster", async (SweepDirectory sweeps, CancellationToken cancellationToken) =>
                new DocumentResult<ClusterDocument>(ClusterDocument.Of(await sweeps.GetSilosAsync(cancellationToken))))
            .Says("getCluster", "The silos of the cluster, coordinators first: versions, how each is, what it is training; of the coordinator, how large the store is and the last errors.")
            .Needs(AccessRole.Reader);
    }
}

using GanSweep.Contracts.Silos;

namespace GanSweep.Client.Documents;

/// <summary>The silos of a cluster, as <c>cluster --json</c> prints them.</summary>
internal sealed record ClusterDocument(IReadOnlyList<SiloDocument> Silos)
{
    public static ClusterDocument Of(IEnumerable<SiloSummary> silos)
    {
        return new ClusterDocument([.. silos.Select(SiloDocument.Of)]);
    }
}

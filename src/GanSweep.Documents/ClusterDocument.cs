using GanSweep.Contracts.Silos;

namespace GanSweep.Documents;

/// <summary>The silos of a cluster, as <c>cluster --json</c> prints them.</summary>
/// <param name="Silos">The silos, coordinators first.</param>
public sealed record ClusterDocument(IReadOnlyList<SiloDocument> Silos)
{
    /// <summary>The document of silos.</summary>
    public static ClusterDocument Of(IEnumerable<SiloSummary> silos)
    {
        return new ClusterDocument([.. silos.Select(SiloDocument.Of)]);
    }
}

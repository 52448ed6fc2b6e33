using Microsoft.Extensions.Hosting;
using Orleans.Runtime;

namespace GanSweep.Silo.Health;

/// <summary>Whether the silo is part of the cluster, and means to stay.</summary>
internal sealed class SiloPresence(IClusterMembershipService membership, ILocalSiloDetails self, IHostApplicationLifetime lifetime)
{
    /// <summary>Why it is not, or null if it is.</summary>
    public string? WhyAbsent => lifetime.ApplicationStopping.IsCancellationRequested
        ? "The silo is stopping."
        : membership.CurrentSnapshot.GetSiloStatus(self.SiloAddress) switch
        {
            SiloStatus.Active => null,
            SiloStatus.None or SiloStatus.Created or SiloStatus.Joining => "The silo is joining the cluster.",
            SiloStatus other => $"The silo is leaving the cluster; its state there is {other}.",
        };
}

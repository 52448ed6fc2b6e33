using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace GanSweep.Silo.Clustering;

/// <summary>Logs, one line each, which other silos come and go.</summary>
internal sealed partial class MembershipNews(
    IClusterMembershipService membership, ILocalSiloDetails self, ILogger<MembershipNews> logger) : BackgroundService
{
    private readonly Dictionary<SiloAddress, SiloStatus> _known = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (ClusterMembershipSnapshot snapshot in membership.MembershipUpdates.WithCancellation(stoppingToken))
        {
            foreach (ClusterMember member in snapshot.Members.Values.Where(member => !member.SiloAddress.Equals(self.SiloAddress)))
            {
                SiloStatus before = _known.GetValueOrDefault(member.SiloAddress);
                _known[member.SiloAddress] = member.Status;
                if (before != member.Status)
                {
                    Tell(member, before);
                }
            }

            // The entries of the dead are cleared from the membership in time.
            foreach (SiloAddress gone in _known.Keys.Where(silo => !snapshot.Members.ContainsKey(silo)).ToList())
            {
                _known.Remove(gone);
            }
        }
    }

    private void Tell(ClusterMember member, SiloStatus before)
    {
        string address = member.SiloAddress.ToParsableString();
        switch (member.Status)
        {
            case SiloStatus.Active:
                LogActive(member.Name, address);
                break;
            case SiloStatus.Dead when before is SiloStatus.ShuttingDown or SiloStatus.Stopping:
                LogLeft(member.Name, address);
                break;
            case SiloStatus.Dead when before is not SiloStatus.None:
                LogDead(member.Name, address);
                break;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Silo {Silo} at {Address} is in the cluster")]
    private partial void LogActive(string silo, string address);

    [LoggerMessage(Level = LogLevel.Information, Message = "Silo {Silo} at {Address} has left the cluster")]
    private partial void LogLeft(string silo, string address);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Silo {Silo} at {Address} is dead")]
    private partial void LogDead(string silo, string address);
}

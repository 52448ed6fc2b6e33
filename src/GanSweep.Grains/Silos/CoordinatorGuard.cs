using System.Net.Sockets;
using GanSweep.Contracts.Silos;
using Orleans.Runtime;

namespace GanSweep.Grains.Silos;

/// <summary>
/// Keeps a second coordinator out of a cluster. Two on one data folder are kept apart by the folder's lock; two on different folders would
/// each hold half of the truth.
/// </summary>
/// <remarks>
/// It looks after its own silo is in the membership and before it is active, so of two that start together at least one sees the other. A
/// coordinator that was killed may be in the membership for some seconds yet: one that does not take a connection is not counted.
/// </remarks>
public sealed class CoordinatorGuard(IClusterMembershipService membership, ILocalSiloDetails self) : ILifecycleParticipant<ISiloLifecycle>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public void Participate(ISiloLifecycle lifecycle)
    {
        ArgumentNullException.ThrowIfNull(lifecycle);
        lifecycle.Subscribe<CoordinatorGuard>(ServiceLifecycleStage.ApplicationServices, LookAsync);
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        await membership.Refresh(default, cancellationToken);
        foreach (ClusterMember member in membership.CurrentSnapshot.Members.Values)
        {
            bool other = member.Status is SiloStatus.Joining or SiloStatus.Active
                && SiloName.Parse(member.Name).Roles.HasFlag(SiloRoles.Coordinator)
                && !member.SiloAddress.Endpoint.Equals(self.SiloAddress.Endpoint);
            if (other && await AnswersAsync(member.SiloAddress, cancellationToken))
            {
                throw new SecondCoordinatorException(member.SiloAddress.ToParsableString(), SiloName.Parse(member.Name).Process);
            }
        }
    }

    private static async Task<bool> AnswersAsync(SiloAddress silo, CancellationToken cancellationToken)
    {
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        using Socket socket = new(silo.Endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(silo.Endpoint, patience.Token);
            return true;
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}

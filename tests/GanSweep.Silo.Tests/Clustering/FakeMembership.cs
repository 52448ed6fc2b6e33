using System.Collections.Immutable;
using System.Net;
using System.Threading.Channels;
using Orleans.Runtime;

namespace GanSweep.Silo.Tests.Clustering;

/// <summary>A membership that a test writes.</summary>
internal sealed class FakeMembership : IClusterMembershipService
{
    private readonly Channel<ClusterMembershipSnapshot> _snapshots = Channel.CreateUnbounded<ClusterMembershipSnapshot>();
    private long _version;

    public ClusterMembershipSnapshot CurrentSnapshot { get; private set; } =
        new(ImmutableDictionary<SiloAddress, ClusterMember>.Empty, new MembershipVersion(0));

    public IAsyncEnumerable<ClusterMembershipSnapshot> MembershipUpdates => _snapshots.Reader.ReadAllAsync();

    public static SiloAddress Silo(int port)
    {
        return SiloAddress.New(new IPEndPoint(IPAddress.Loopback, port), 1);
    }

    public void Say(params (int Port, string Name, SiloStatus Status)[] members)
    {
        CurrentSnapshot = new ClusterMembershipSnapshot(
            members.ToImmutableDictionary(member => Silo(member.Port), member => new ClusterMember(Silo(member.Port), member.Status, member.Name)),
            new MembershipVersion(++_version));
        _snapshots.Writer.TryWrite(CurrentSnapshot);
    }

    /// <summary>No more is said.</summary>
    public void End()
    {
        _snapshots.Writer.Complete();
    }

    public ValueTask Refresh(MembershipVersion minimumVersion = default, CancellationToken cancellationToken = default)
    {
        return ValueTask.CompletedTask;
    }

    public Task<bool> TryKill(SiloAddress siloAddress)
    {
        throw new NotSupportedException();
    }
}

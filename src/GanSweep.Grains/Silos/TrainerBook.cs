using System.Collections.Immutable;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Silos;
using Orleans.Runtime;

namespace GanSweep.Grains.Silos;

/// <summary>What the trainers last said of themselves, beside what the cluster's membership says of their silos.</summary>
/// <param name="membership">The cluster's membership, as this silo last saw it.</param>
/// <param name="time">The clock.</param>
internal sealed class TrainerBook(IClusterMembershipService membership, TimeProvider time)
{
    // Trainers speak every half second.
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, (LeaseRequest Said, long At)> _said = [];

    /// <summary>Notes what a trainer says, and forgets those that are gone.</summary>
    public void Note(LeaseRequest said)
    {
        ArgumentNullException.ThrowIfNull(said);
        if (_said.TryAdd(said.Trainer, default))
        {
            foreach (string gone in _said.Keys.Where(trainer => IsGone(membership, trainer)).ToList())
            {
                _said.Remove(gone);
            }
        }

        _said[said.Trainer] = (said, time.GetTimestamp());
    }

    /// <summary>The living silos, coordinators first.</summary>
    public ImmutableArray<SiloSummary> Silos()
    {
        return
        [
            .. membership.CurrentSnapshot.Members.Values
                .Where(member => member.Status is not (SiloStatus.None or SiloStatus.Dead))
                .Select(Summary)
                .OrderByDescending(silo => silo.Roles.HasFlag(SiloRoles.Coordinator))
                .ThenBy(silo => silo.Name, StringComparer.Ordinal)
                .ThenBy(silo => silo.Address, StringComparer.Ordinal),
        ];
    }

    /// <summary>Whether the cluster has found that a trainer's silo is dead. One that nobody has heard of may be yet to come.</summary>
    public static bool IsGone(IClusterMembershipService membership, string trainer)
    {
        ArgumentNullException.ThrowIfNull(membership);
        return SiloAddress.TryParse(trainer, out SiloAddress? silo) && membership.CurrentSnapshot.GetSiloStatus(silo) == SiloStatus.Dead;
    }

    private SiloSummary Summary(ClusterMember member)
    {
        string address = member.SiloAddress.ToParsableString();
        (SiloRoles roles, string process) = SiloName.Parse(member.Name);
        bool spoke = _said.TryGetValue(address, out (LeaseRequest Said, long At) last);
        return new SiloSummary
        {
            Address = address,
            Name = process,
            Roles = roles,
            State = member.Status switch
            {
                SiloStatus.Created or SiloStatus.Joining => SiloState.Joining,
                SiloStatus.Active => SiloState.Active,
                _ => SiloState.Leaving,
            },
            Slots = spoke ? last.Said.Slots : null,
            Training = spoke ? last.Said.Training : [],
            SilentFor = spoke ? time.GetElapsedTime(last.At) : null,
            Version = spoke ? last.Said.Version : null,
            Engine = spoke ? last.Said.Engine : null,
            Complaints = [.. Complaints(member.Status, roles, spoke ? time.GetElapsedTime(last.At) : null)],
        };
    }

    private static IEnumerable<string> Complaints(SiloStatus status, SiloRoles roles, TimeSpan? silence)
    {
        if (status is not (SiloStatus.Created or SiloStatus.Joining or SiloStatus.Active))
        {
            yield return "It is leaving the cluster.";
        }
        else if (roles.HasFlag(SiloRoles.Trainer) && silence is null)
        {
            yield return "Its trainer has not asked for work yet.";
        }
        else if (silence > LongestSilence)
        {
            yield return $"Its trainer has said nothing for {silence.Value.TotalSeconds:0} s.";
        }
    }
}

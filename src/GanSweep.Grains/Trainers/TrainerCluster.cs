using System.Collections.Immutable;
using GanSweep.Contracts.Reports;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Silos;
using GanSweep.Contracts.Sweeps;
using GanSweep.Grains.Silos;

namespace GanSweep.Grains.Trainers;

/// <summary>The cluster that this silo is in.</summary>
internal sealed class TrainerCluster(IGrainFactory grains, ILocalSiloDetails silo, IClusterMembershipService membership, SiloVersions versions) : ITrainerCluster
{
    public string Trainer { get; } = silo.SiloAddress.ToParsableString();

    public bool HasCoordinator => membership.CurrentSnapshot.Members.Values.Any(
        member => member.Status == SiloStatus.Active && SiloName.Parse(member.Name).Roles.HasFlag(SiloRoles.Coordinator));

    public Task<ImmutableArray<Lease>> LeaseAsync(LeaseRequest request)
    {
        return grains.GetGrain<IDispatcherGrain>(0).LeaseAsync(request with { Version = versions.Program, Engine = versions.Engine });
    }

    public Task StartAsync(Lease lease)
    {
        return grains.GetGrain<IRunGrain>($"{lease.SweepId}/{lease.Run}/{lease.Attempt}").StartAsync(lease);
    }

    public Task<ImmutableArray<ReportAnswer>> ReportAsync(string sweepId, ImmutableArray<RunReport> reports)
    {
        return grains.GetGrain<ISweepGrain>(sweepId).ReportAsync(Trainer, reports);
    }
}

using System.Collections.Immutable;
using GanSweep.Contracts.Access;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Silos;
using Orleans.Concurrency;

namespace GanSweep.Contracts.Sweeps;

/// <summary>The one door for trainers and listings: it knows the sweeps and shares the free slots among them. Key: 0.</summary>
public interface IDispatcherGrain : IGrainWithIntegerKey
{
    /// <summary>Grants leases from the unfinished sweeps, the one with the fewest running runs first.</summary>
    [Alias("Lease"), SilosOnly]
    Task<ImmutableArray<Lease>> LeaseAsync(LeaseRequest request);

    /// <summary>Every sweep of the store, the latest first.</summary>
    [Alias("List"), AllowedTo(AccessRole.Reader), AlwaysInterleave]
    Task<ImmutableArray<SweepSummary>> ListAsync();

    /// <summary>Tells that a sweep has work again (submitted, resumed or retried). Called by sweep grains.</summary>
    [Alias("Announce"), SilosOnly]
    Task AnnounceAsync(string sweepId);

    /// <summary>The silos of the cluster, coordinators first, with what each is training.</summary>
    [Alias("GetSilos"), AllowedTo(AccessRole.Reader), AlwaysInterleave]
    Task<ImmutableArray<SiloSummary>> GetSilosAsync();
}

using System.Collections.Immutable;
using GanSweep.Contracts.Runs;

namespace GanSweep.Contracts.Sweeps;

/// <summary>The one door for trainers and listings: it knows the sweeps and shares the free slots among them. Key: 0.</summary>
public interface IDispatcherGrain : IGrainWithIntegerKey
{
    /// <summary>Grants leases from the unfinished sweeps, the one with the fewest running runs first.</summary>
    [Alias("Lease")]
    Task<ImmutableArray<Lease>> LeaseAsync(LeaseRequest request);

    /// <summary>Every sweep of the store, the latest first.</summary>
    [Alias("List")]
    Task<ImmutableArray<SweepSummary>> ListAsync();

    /// <summary>Tells that a sweep has work again (submitted or retried). Called by sweep grains.</summary>
    [Alias("Announce")]
    Task AnnounceAsync(string sweepId);
}

using System.Collections.Immutable;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Silos;
using GanSweep.Contracts.Sweeps;
using GanSweep.Documents;

namespace GanSweep.Client.Sessions;

/// <summary>The sweeps and silos of a coordinator that is reached by HTTP.</summary>
internal sealed class ServerDispatcher(ServerCalls calls) : IDispatcherGrain
{
    public async Task<ImmutableArray<SweepSummary>> ListAsync()
    {
        return [.. (await calls.GetAsync<ListDocument>("sweeps")).Sweeps.Select(sweep => sweep.ToSummary())];
    }

    public async Task<ImmutableArray<SiloSummary>> GetSilosAsync()
    {
        return [.. (await calls.GetAsync<ClusterDocument>("cluster")).Silos.Select(silo => silo.ToSilo())];
    }

    public Task<ImmutableArray<Lease>> LeaseAsync(LeaseRequest request)
    {
        throw ServerSweep.OfSilosAlone();
    }

    public Task AnnounceAsync(string sweepId)
    {
        throw ServerSweep.OfSilosAlone();
    }
}

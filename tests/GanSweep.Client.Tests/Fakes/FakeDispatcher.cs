using System.Collections.Immutable;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Silos;
using GanSweep.Contracts.Sweeps;

namespace GanSweep.Client.Tests.Fakes;

internal sealed class FakeDispatcher(FakeGrains grains) : IDispatcherGrain
{
    public Task<ImmutableArray<SweepSummary>> ListAsync()
    {
        return Task.FromResult<ImmutableArray<SweepSummary>>([.. grains.Sweeps.Values.Select(sweep => sweep.Board.Summary)]);
    }

    public Task<ImmutableArray<SiloSummary>> GetSilosAsync() => Task.FromResult<ImmutableArray<SiloSummary>>([.. grains.Silos]);

    public Task<ImmutableArray<Lease>> LeaseAsync(LeaseRequest request) => throw new NotSupportedException();

    public Task AnnounceAsync(string sweepId) => throw new NotSupportedException();
}

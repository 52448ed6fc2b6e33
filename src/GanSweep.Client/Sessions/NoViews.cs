using System.Collections.Immutable;
using GanSweep.Contracts.Sweeps;
using GanSweep.Services.Sweeps;

namespace GanSweep.Client.Sessions;

/// <summary>There are no sweeps to look at.</summary>
internal sealed class NoViews : ISweepViews
{
    public Task<ImmutableArray<SweepSummary>> ListAsync(CancellationToken cancellationToken)
    {
        return Task.FromResult<ImmutableArray<SweepSummary>>([]);
    }

    public Task<ISweepView> OpenAsync(SweepSummary summary, CancellationToken cancellationToken)
    {
        throw new SweepNotFoundException($"There is no sweep {summary.SweepId} here.");
    }

    public ValueTask DisposeAsync()
    {
        return ValueTask.CompletedTask;
    }
}

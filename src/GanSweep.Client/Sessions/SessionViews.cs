using System.Collections.Immutable;
using GanSweep.Contracts.Sweeps;
using GanSweep.Services.Sweeps;

namespace GanSweep.Client.Sessions;

/// <summary>What the grains of a session show.</summary>
internal sealed class SessionViews(ISweepSession session) : ISweepViews
{
    public async Task<ImmutableArray<SweepSummary>> ListAsync(CancellationToken cancellationToken)
    {
        return await session.GetDispatcher().ListAsync().WaitAsync(cancellationToken);
    }

    public Task<ISweepView> OpenAsync(SweepSummary summary, CancellationToken cancellationToken)
    {
        return Task.FromResult<ISweepView>(new GrainSweepView(summary, session.GetSweep(summary.SweepId), session.GetDataset));
    }

    public ValueTask DisposeAsync()
    {
        return session.DisposeAsync();
    }
}

using GanSweep.Client.Sessions;
using GanSweep.Contracts.Access;
using GanSweep.Contracts.Datasets;
using GanSweep.Contracts.Sweeps;

namespace GanSweep.Client.Tests.Fakes;

/// <summary>Opens sessions on fake grains and notes what was asked for.</summary>
internal sealed class FakeSessions : ISweepSessions
{
    public FakeGrains Grains { get; } = new();

    public List<SessionRequest> Requests { get; } = [];

    public int Closed { get; private set; }

    public Exception? Failure { get; set; }

    public Task<ISweepSession> OpenAsync(SessionRequest request, CancellationToken cancellationToken)
    {
        Requests.Add(request);
        return Failure is { } failure ? Task.FromException<ISweepSession>(failure) : Task.FromResult<ISweepSession>(new Session(this));
    }

    /// <summary>Who is asked when a verb only looks; null for the fake grains.</summary>
    public ISweepSessions? Looks { get; set; }

    public async Task<ISweepViews> LookAsync(SessionRequest request, CancellationToken cancellationToken)
    {
        return Looks is { } looks
            ? await looks.LookAsync(request, cancellationToken)
            : new SessionViews(await OpenAsync(request, cancellationToken));
    }

    public async Task<IAccessDesk> OpenAccessAsync(SessionRequest request, CancellationToken cancellationToken)
    {
        return Looks is { } looks
            ? await looks.OpenAccessAsync(request, cancellationToken)
            : new SessionDesk(await OpenAsync(request, cancellationToken), cancellationToken);
    }

    private sealed class Session(FakeSessions owner) : ISweepSession
    {
        public IDispatcherGrain GetDispatcher() => new FakeDispatcher(owner.Grains);

        public IAccessGrain GetAccess() => owner.Grains.Access;

        public ISweepGrain GetSweep(string sweepId) => owner.Grains.Sweep(sweepId);

        public IDatasetGrain GetDataset(string hash) => owner.Grains.Dataset(hash);

        public ValueTask DisposeAsync()
        {
            owner.Closed++;
            return ValueTask.CompletedTask;
        }
    }
}

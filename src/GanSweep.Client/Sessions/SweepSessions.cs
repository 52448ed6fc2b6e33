using GanSweep.Client.Output;
using GanSweep.Services.Sweeps;
using GanSweep.Silo;

namespace GanSweep.Client.Sessions;

/// <summary>Opens ways to real sweeps.</summary>
/// <param name="error">Where logs go.</param>
internal sealed class SweepSessions(ErrorConsole error) : ISweepSessions
{
    public async Task<ISweepSession> OpenAsync(SessionRequest request, CancellationToken cancellationToken)
    {
        if (request.Cluster is ServerAddress server)
        {
            return await ServerSession.OpenAsync(server, request.Key, request.KeyFile, cancellationToken);
        }

        if (request.Cluster is OrleansAddress cluster)
        {
            return await ClusterSession.OpenAsync(cluster, new ConsoleLog(error, request.Verbose), cancellationToken);
        }

        if (!request.MakesFolder && !Stores.Kinds.AnyIn(request.DataFolder))
        {
            throw SweepFinder.NoneIn(request.DataFolder);
        }

        return await EmbeddedSession.OpenAsync(request, new ConsoleLog(error, request.Verbose), cancellationToken);
    }

    public async Task<ISweepViews> LookAsync(SessionRequest request, CancellationToken cancellationToken)
    {
        return request.Cluster is null
            ? await StoredViews.OpenAsync(request.DataFolder, cancellationToken)
            : new SessionViews(await OpenAsync(request, cancellationToken));
    }
}

using GanSweep.Client.Output;

namespace GanSweep.Client.Sessions;

/// <summary>The ways to real sweeps.</summary>
/// <param name="error">Where logs go.</param>
internal sealed class SweepSessions(ErrorConsole error) : ISweepSessions
{
    public async Task<ISweepSession> OpenAsync(SessionRequest request, CancellationToken cancellationToken)
    {
        return request.Cluster is { } cluster
            ? await ClusterSession.OpenAsync(cluster, new ConsoleLog(error, request.Verbose), cancellationToken)
            : await EmbeddedSession.OpenAsync(request, new ConsoleLog(error, request.Verbose), cancellationToken);
    }
}

using GanSweep.Client.Output;
using GanSweep.Contracts.Sweeps;
using GanSweep.Storage;

namespace GanSweep.Client.Sessions;

/// <summary>The ways to real sweeps.</summary>
/// <param name="error">Where logs go.</param>
internal sealed class SweepSessions(ErrorConsole error) : ISweepSessions
{
    public async Task<ISweepSession> OpenAsync(SessionRequest request, CancellationToken cancellationToken)
    {
        if (request is { Cluster: null, MakesFolder: false } && !LiteDbSweepStore.Exists(request.DataFolder))
        {
            throw new SweepNotFoundException(
                $"There are no sweeps in {request.DataFolder}. Name another folder with --data DIR, or start with: gansweep run sweep.json");
        }

        return request.Cluster is { } cluster
            ? await ClusterSession.OpenAsync(cluster, new ConsoleLog(error, request.Verbose), cancellationToken)
            : await EmbeddedSession.OpenAsync(request, new ConsoleLog(error, request.Verbose), cancellationToken);
    }
}

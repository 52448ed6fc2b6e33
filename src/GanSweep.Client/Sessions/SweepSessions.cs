using GanSweep.Client.Output;
using GanSweep.Contracts.Sweeps;
using GanSweep.Storage.LiteDb;
using Serilog.Events;

namespace GanSweep.Client.Sessions;

/// <summary>Opens ways to real sweeps.</summary>
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

        if (request.Cluster is { } cluster)
        {
            // That a cluster is away is reported by whoever asks it something, once and without a stack trace, so Orleans need not log it.
            ConsoleLog log = new(error, request.Verbose) { Orleans = LogEventLevel.Fatal };
            return await ClusterSession.OpenAsync(cluster, log, cancellationToken);
        }

        return await EmbeddedSession.OpenAsync(request, new ConsoleLog(error, request.Verbose), cancellationToken);
    }
}

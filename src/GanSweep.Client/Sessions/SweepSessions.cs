using GanSweep.Client.Output;
using GanSweep.Services.Sweeps;
using GanSweep.Silo;
using GanSweep.Silo.Certificates;

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
            CertificateSource? certificates = request.Certificates is { } folder
                ? CertificateSource.OfClient(folder, TimeProvider.System, unreadable => error.WriteLine(unreadable.Message)) : null;
            return await ClusterSession.OpenAsync(cluster, certificates, new ConsoleLog(error, request.Verbose), cancellationToken);
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

    public async Task<IAccessDesk> OpenAccessAsync(SessionRequest request, CancellationToken cancellationToken)
    {
        return request.Cluster is null
            ? await StoredDesk.OpenAsync(request.DataFolder, TimeProvider.System, cancellationToken)
            : new SessionDesk(await OpenAsync(request, cancellationToken), cancellationToken);
    }
}

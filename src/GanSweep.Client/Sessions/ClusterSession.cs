using System.Diagnostics;
using GanSweep.Contracts.Access;
using GanSweep.Contracts.Datasets;
using GanSweep.Contracts.Sweeps;
using GanSweep.Silo.Certificates;
using GanSweep.Silo.Clustering;
using GanSweep.Silo.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Runtime;

namespace GanSweep.Client.Sessions;

/// <summary>An Orleans client of a running cluster. Closing it changes nothing there.</summary>
internal sealed class ClusterSession : ISweepSession
{
    private static readonly TimeSpan PatienceWithSilence = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PatienceWithFailures = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan RefreshInterval = TimeSpan.FromSeconds(2);

    private readonly IHost _host;
    private readonly IGrainFactory _grains;
    private readonly IDispatcherGrain _dispatcher;
    private readonly IAccessGrain _access;
    private readonly GrainType _sweeps;
    private readonly GrainType _datasets;

    // The grain types are looked up once, while a coordinator can tell them: so grains can be named also while none is there.
    private ClusterSession(IHost host)
    {
        _host = host;
        _grains = host.Services.GetRequiredService<IGrainFactory>();
        _dispatcher = _grains.GetGrain<IDispatcherGrain>(0);
        _access = _grains.GetGrain<IAccessGrain>(0);
        _sweeps = _grains.GetGrain<ISweepGrain>("any").GetGrainId().Type;
        _datasets = _grains.GetGrain<IDatasetGrain>("any").GetGrainId().Type;
    }

    /// <summary>
    /// Connects, and waits until the coordinator answers; or says why it does not: ten seconds after the first failure, or after thirty in which
    /// nothing has failed and nothing has answered. A machine that is busy training is slow to connect.
    /// </summary>
    /// <param name="address">Where the cluster is.</param>
    /// <param name="certificates">What this program shows there; null for nothing.</param>
    /// <param name="log">Where its log goes.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ClusterUnreachableException">Nothing answers.</exception>
    /// <exception cref="ClusterRefusedException">It does not let this program in.</exception>
    public static async Task<ClusterSession> OpenAsync(
        OrleansAddress address, CertificateSource? certificates, ConsoleLog log, CancellationToken cancellationToken)
    {
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(PatienceWithSilence);
        long start = Stopwatch.GetTimestamp();
        string? reason = null;
        ClusterWay? way = null;
        Task<string?>? refusal = null;
        try
        {
            Action<string> waiting = why =>
            {
                if (Interlocked.Exchange(ref reason, why) is null && !patience.IsCancellationRequested)
                {
                    patience.CancelAfter(PatienceWithFailures);
                    refusal = way is null ? null : AskAsync(way, certificates, patience, cancellationToken);
                }
            };
            way = await address.FindAsync(waiting, patience.Token);
            IHost host = Build(address, way, certificates, log, waiting);
            try
            {
                await host.StartAsync(patience.Token).WaitAsync(patience.Token);
                return await GreetAsync(host, waiting, patience.Token);
            }
            catch
            {
                host.Dispose();
                throw;
            }
        }
        catch (OperationCanceledException gaveUp) when (!cancellationToken.IsCancellationRequested)
        {
            if (refusal is not null && await refusal is { } refused)
            {
                throw new ClusterRefusedException(address, refused, gaveUp);
            }

            double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            throw new ClusterUnreachableException(address, $"{reason ?? "no answer"} (waited {seconds:0} seconds)", gaveUp);
        }
    }

    public IDispatcherGrain GetDispatcher()
    {
        return _dispatcher;
    }

    public IAccessGrain GetAccess()
    {
        return _access;
    }

    public ISweepGrain GetSweep(string sweepId)
    {
        return _grains.GetGrain<ISweepGrain>(GrainId.Create(_sweeps, IdSpan.Create(sweepId)));
    }

    public IDatasetGrain GetDataset(string hash)
    {
        return _grains.GetGrain<IDatasetGrain>(GrainId.Create(_datasets, IdSpan.Create(hash)));
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }

    // Where it is about certificates, to wait does not help.
    private static async Task<string?> AskAsync(
        ClusterWay way, CertificateSource? certificates, CancellationTokenSource patience, CancellationToken cancellationToken)
    {
        string? refusal = await GatewayProbe.AskAsync(way.Gateway, certificates, cancellationToken);
        if (refusal is not null)
        {
            await patience.CancelAsync();
        }

        return refusal;
    }

    private static IHost Build(ClusterAddress address, ClusterWay way, CertificateSource? certificates, ConsoleLog log, Action<string> waiting)
    {
        ClusterCalls calls = new(address);
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        log.Configure(builder.Logging);
        builder.UseOrleansClient(client =>
        {
            way.Configure(client);
            if (certificates is not null)
            {
                client.UseCertificates(certificates);
            }

            client.Configure<ClusterOptions>(options => options.ClusterId = options.ServiceId = ClusterConventions.Name);
            client.Configure<ClientMessagingOptions>(options => options.MaxMessageBodySize = ClusterConventions.MaxMessageBytes);
            client.Configure<GatewayOptions>(options => options.GatewayListRefreshPeriod = RefreshInterval);

            // A coordinator that is just starting lists no grains yet; by default it would be asked again after a minute.
            client.Configure<TypeManagementOptions>(options => options.TypeMapRefreshInterval = RetryInterval);
            client.UseConnectionRetryFilter(async (failure, cancellationToken) =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                waiting(ClusterCalls.Reason(failure));
                await Task.Delay(RetryInterval, cancellationToken);
                return true;
            });
            client.AddOutgoingGrainCallFilter(calls);
            client.AddClusterConnectionLostHandler((_, _) => calls.Break());
        });
        return builder.Build();
    }

    private static async Task<ClusterSession> GreetAsync(IHost host, Action<string> waiting, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                ClusterSession session = new(host);
                await session.GetDispatcher().GetSilosAsync().WaitAsync(cancellationToken);
                return session;
            }
            catch (ClusterLostException lost)
            {
                waiting(lost.Reason);
            }
            catch (ArgumentException)
            {
                waiting("its coordinator is only just starting");
            }

            await Task.Delay(RetryInterval, cancellationToken);
        }
    }
}

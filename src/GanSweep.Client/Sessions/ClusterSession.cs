using System.Net;
using System.Net.Sockets;
using GanSweep.Client.Errors;
using GanSweep.Silo.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Runtime;

namespace GanSweep.Client.Sessions;

/// <summary>An Orleans client of a running cluster. Closing it changes nothing there.</summary>
internal sealed class ClusterSession : ISweepSession
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    private readonly IHost _host;

    private ClusterSession(IHost host)
    {
        _host = host;
    }

    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    /// <summary>Connects, or says within ten seconds that it cannot.</summary>
    public static async Task<ClusterSession> OpenAsync(ClusterAddress address, ConsoleLog log, CancellationToken cancellationToken)
    {
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(ConnectTimeout);
        IPEndPoint gateway = await ResolveAsync(address, cancellationToken);
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        log.Configure(builder.Logging);
        builder.UseOrleansClient(client =>
        {
            client.UseStaticClustering(gateway);
            client.Configure<ClusterOptions>(options => options.ClusterId = options.ServiceId = GanSweepHost.ClusterName);
            client.Configure<GatewayOptions>(options => options.GatewayListRefreshPeriod = TimeSpan.FromSeconds(2));
        });

        IHost host = builder.Build();
        try
        {
            await KnockAsync(gateway, patience.Token);
            await host.StartAsync(patience.Token).WaitAsync(patience.Token);
            return new ClusterSession(host);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested
            && exception is OrleansException or SocketException or TimeoutException or OperationCanceledException)
        {
            host.Dispose();
            string reason = exception is OperationCanceledException
                ? $"no answer within {ConnectTimeout.TotalSeconds:0} seconds." : exception.GetBaseException().Message.TrimEnd('.') + ".";
            throw new ClusterUnreachableException(address.ToString(), reason, exception);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }

    // A port where nobody listens says so at once; Orleans would try again until its patience ends.
    private static async Task KnockAsync(IPEndPoint gateway, CancellationToken cancellationToken)
    {
        using Socket socket = new(gateway.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(gateway, cancellationToken);
    }

    private static async Task<IPEndPoint> ResolveAsync(ClusterAddress address, CancellationToken cancellationToken)
    {
        try
        {
            IPAddress[] candidates = await Dns.GetHostAddressesAsync(address.Host, cancellationToken);
            IPAddress chosen = candidates.FirstOrDefault(candidate => candidate.AddressFamily == AddressFamily.InterNetwork) ?? candidates[0];
            return new IPEndPoint(chosen, address.Port);
        }
        catch (SocketException exception)
        {
            throw new ClusterUnreachableException(address.ToString(), $"the name '{address.Host}' is not known.", exception);
        }
    }
}

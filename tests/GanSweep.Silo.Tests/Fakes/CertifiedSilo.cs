using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using GanSweep.Contracts.Silos;
using GanSweep.Silo.Certificates;
using GanSweep.Silo.Clustering;
using GanSweep.Silo.Connections;
using GanSweep.Silo.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Orleans.Configuration;
using SiloOptions = GanSweep.Silo.Settings.SiloOptions;

namespace GanSweep.Silo.Tests.Fakes;

/// <summary>A coordinator in this process that asks for certificates, on free ports and a folder of its own.</summary>
internal sealed class CertifiedSilo : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gansweep-").FullName;
    private readonly FakeLogCollector _log;
    private readonly FakeLoggerProvider _logger;
    private readonly List<IHost> _clients = [];
    private IHost _host = null!;

    private CertifiedSilo(MadeCertificates certificates)
    {
        Certificates = certificates;
        _logger = new FakeLoggerProvider(_log = new FakeLogCollector());
        Options = SiloOptions.Embedded(_folder, SiloRoles.Coordinator);
        Options.Certificates = certificates.Path;
    }

    public MadeCertificates Certificates { get; }

    public SiloOptions Options { get; }

    /// <summary>GanSweep's warnings so far.</summary>
    public IReadOnlyList<string> Warnings =>
    [
        .. _log.GetSnapshot()
            .Where(line => line.Level >= LogLevel.Warning && line.Category?.StartsWith("GanSweep", StringComparison.Ordinal) == true)
            .Select(line => line.Message),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<CertifiedSilo> StartAsync(MadeCertificates? certificates = null)
    {
        CertifiedSilo silo = new(certificates ?? new MadeCertificates());
        silo._host = await GanSweepHost.StartAsync(silo.Options, logging => logging.AddProvider(silo._logger), Cancellation);
        return silo;
    }

    /// <summary>A client that is connected, and its host; it may be tampered with before.</summary>
    public async Task<IHost> ClientAsync(CertificateSource certificates, Action<IHost>? tamper = null)
    {
        IHost host = Build(certificates);
        _clients.Add(host);
        tamper?.Invoke(host);
        await host.StartAsync(Cancellation);
        return host;
    }

    /// <summary>Has a client that was tampered with try to connect until the silo warns of it.</summary>
    /// <returns>The warning, and whether the client ever came in.</returns>
    public async Task<(string Warning, bool HasConnected)> WarnedOfAsync(CertificateSource certificates, Action<IHost> tamper, string text)
    {
        using IHost host = Build(certificates);
        tamper(host);
        using CancellationTokenSource enough = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        Task start = host.StartAsync(enough.Token).WaitAsync(enough.Token);
        string warning = await WarningAsync(text);
        bool hasConnected = start.IsCompletedSuccessfully;
        await enough.CancelAsync();
        await start.ContinueWith(_ => { }, TaskScheduler.Default);
        return (warning, hasConnected);
    }

    /// <summary>The grains as a client of a role reaches them.</summary>
    public async Task<IGrainFactory> GrainsAsync(string role)
    {
        return (await ClientAsync(Certificates.Client(role))).Services.GetRequiredService<IGrainFactory>();
    }

    /// <summary>Knocks at a port, and waits until the silo says something or hangs up. At the gateway it says nothing first to one that it lets in.</summary>
    /// <returns>Whether it hung up.</returns>
    public static async Task<bool> RefusesAsync(int port, X509Certificate2? certificate)
    {
        (string _, SslStream stream) = await GreetAsync(port, certificate);
        await using (stream)
        {
            try
            {
                return await stream.ReadAsync(new byte[1], Cancellation) == 0;
            }
            catch (IOException)
            {
                return true;
            }
        }
    }

    /// <summary>The serial number of the certificate that the silo shows at a port.</summary>
    public static async Task<string> ShownAsync(int port, X509Certificate2 certificate)
    {
        (string shown, SslStream stream) = await GreetAsync(port, certificate);
        await using (stream)
        {
            // Who hangs up before the silo has judged is refused for it: the silo is heard out.
            await stream.ShutdownAsync().WaitAsync(Cancellation);
            byte[] rest = new byte[256];
            try
            {
                while (await stream.ReadAsync(rest, Cancellation) > 0)
                {
                }
            }
            catch (IOException)
            {
                // The silo hung up, without a word.
            }
        }

        return shown;
    }

    private IHost Build(CertificateSource certificates)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.UseOrleansClient(client => client
            .UseStaticClustering(new IPEndPoint(IPAddress.Loopback, Options.GatewayPort))
            .UseCertificates(certificates)
            .Configure<ClusterOptions>(options => options.ClusterId = options.ServiceId = ClusterConventions.Name)
            .Configure<ClientMessagingOptions>(options => options.ResponseTimeout = TimeSpan.FromSeconds(5)));
        return builder.Build();
    }

    // The handshake is over for the caller before the silo has judged its certificate.
    private static async Task<(string Shown, SslStream Stream)> GreetAsync(int port, X509Certificate2? certificate)
    {
        TcpClient connection = new();
        await connection.ConnectAsync(IPAddress.Loopback, port, Cancellation);
        SslStream stream = new(connection.GetStream());
        string shown = "";
        SslClientAuthenticationOptions options = new()
        {
            TargetHost = "silo",
            AllowTlsResume = false,
            RemoteCertificateValidationCallback = (_, remote, _, _) => (shown = remote!.GetSerialNumberString()).Length > 0,
        };
        if (certificate is not null)
        {
            options.LocalCertificateSelectionCallback = (_, _, _, _, _) => certificate;
        }

        await stream.AuthenticateAsClientAsync(options, Cancellation);
        return (shown, stream);
    }

    /// <summary>Waits for a warning: the silo may write it after the other end has noticed.</summary>
    public async Task<string> WarningAsync(string text)
    {
        while (true)
        {
            if (Warnings.FirstOrDefault(warning => warning.Contains(text, StringComparison.Ordinal)) is { } found)
            {
                return found;
            }

            Cancellation.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (IHost client in _clients)
        {
            await client.StopAsync(CancellationToken.None).ContinueWith(_ => { }, TaskScheduler.Default);
            client.Dispose();
        }

        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
        _logger.Dispose();
        Certificates.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}

using GanSweep.Grains.Calls;
using GanSweep.Silo.Certificates;
using GanSweep.Silo.Connections.Frames;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;

namespace GanSweep.Silo.Connections;

/// <summary>Connections that open for the certificates of a cluster alone, TLS 1.2 or 1.3.</summary>
public static class CertifiedConnections
{
    /// <summary>
    /// Sets up a silo: other silos come in at its silo port, clients and silos at its gateway, and nobody else at either. What a client may do
    /// is what its certificate says.
    /// </summary>
    /// <param name="silo">The silo.</param>
    /// <param name="certificates">Reads its certificates.</param>
    public static ISiloBuilder UseCertificates(this ISiloBuilder silo, Func<IServiceProvider, CertificateSource> certificates)
    {
        ArgumentNullException.ThrowIfNull(silo);
        silo.Services.AddSingleton(certificates);
        silo.Services.AddSingleton<PreambleReader>();
        silo.Services.AddSingleton<GatewayClients>();
        silo.Services.AddSingleton<ICallingClients>(services => services.GetRequiredService<GatewayClients>());
        silo.Services.AddSingleton<GatewayGuard>();
        return silo.Configure<SiloConnectionOptions>(connections =>
        {
            connections.ConfigureSiloInboundConnection(builder => Door.AddInward(builder, "silo", silosAlone: true, CertificatesOf(builder), LoggerOf(builder)));
            connections.ConfigureSiloOutboundConnection(builder => Door.AddOutward(builder, CertificatesOf(builder), LoggerOf(builder)));
            connections.ConfigureGatewayInboundConnection(builder =>
            {
                Door.AddInward(builder, "gateway", silosAlone: false, CertificatesOf(builder), LoggerOf(builder));
                GatewayGuard guard = builder.ApplicationServices.GetRequiredService<GatewayGuard>();
                builder.Use(next => context => guard.OnConnectionAsync(context, next));
            });
        });
    }

    /// <summary>Sets up a client: it shows its certificate, and talks to silos of the same authority alone.</summary>
    public static IClientBuilder UseCertificates(this IClientBuilder client, CertificateSource certificates)
    {
        ArgumentNullException.ThrowIfNull(client);
        return client.Configure<ClientConnectionOptions>(connections => connections.ConfigureConnection(builder => builder.UseClientTls(
            TlsEnds.Caller(certificates, certificate => PeerCheck.Refusal(certificate, certificates.Current, certificates.Now(), siloAlone: true)))));
    }

    private static CertificateSource CertificatesOf(IConnectionBuilder builder)
    {
        return builder.ApplicationServices.GetRequiredService<CertificateSource>();
    }

    private static ILogger<Door> LoggerOf(IConnectionBuilder builder)
    {
        return builder.ApplicationServices.GetRequiredService<ILogger<Door>>();
    }
}

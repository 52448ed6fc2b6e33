using System.Net;
using System.Net.Security;
using GanSweep.Grains.Access;
using GanSweep.Silo.Dashboard;
using GanSweep.Silo.Health;
using GanSweep.Silo.Settings;
using GanSweep.Web;
using GanSweep.Web.Access;
using GanSweep.Web.Facts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GanSweep.Silo.Web;

/// <summary>The HTTP server of a silo, with a listener for each thing it serves. There is none if nothing is served.</summary>
internal static class SiloWebServer
{
    // An endpoint that takes more says so itself.
    private const long LargestBody = 1 << 20;

    /// <summary>
    /// Adds the server, if a port is asked for. What is added first starts first and stops last, so this comes before the silo: it can then
    /// say that the silo is not there yet, or no longer.
    /// </summary>
    public static IHostBuilder UseSiloWebServer(this IHostBuilder host, SiloOptions options, WebFacts facts)
    {
        if (options is { HealthPort: null, HttpListener: null })
        {
            return host;
        }

        if (options.HttpListener is { } listener)
        {
            host.ConfigureServices(services => AddDoor(services, options, facts, listener));
        }

        return host.ConfigureWebHost(
            web => web
                .UseKestrelCore()
                .ConfigureKestrel(kestrel => Listen(kestrel, options))
                .Configure(app => Serve(app, options)),
            // Containers set ASPNETCORE_HTTP_PORTS, which is not meant for this server.
            environment => environment.SuppressEnvironmentConfiguration = true);
    }

    private static void AddDoor(IServiceCollection services, SiloOptions options, WebFacts facts, HttpAddress listener)
    {
        WebDoorOptions door = new()
        {
            Address = listener.Host,
            Port = listener.Port,
            Names = options.HttpNameList,
            Url = options.SaidDoor,
            Issuer = IssuerOf(options),
            IsReached = options.IsDoorReached,
            IsClear = options.IsDoorClear,
            IsInsecure = options.Insecure && options.IsDoorReached,
        };
        services.AddWebDoor(door, facts);
        services.AddSingleton<IDoorAddress>(new DoorAddress(options.Door!));
        if (options.Certificate is not null)
        {
            services.AddSingleton(provider => new HttpCertificate(
                options, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<HttpCertificate>>()));
        }
    }

    private static IssuerOptions? IssuerOf(SiloOptions options)
    {
        if (options.OidcIssuer is null)
        {
            return null;
        }

        try
        {
            return new IssuerOptions
            {
                Issuer = new Uri(options.OidcIssuer),
                Client = options.OidcClient!,
                Secret = File.ReadAllText(options.OidcSecretFile!).Trim(),
                RoleClaim = options.OidcClaim,
            };
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new SiloOptionsException([$"oidcSecretFile is '{options.OidcSecretFile}', which cannot be read: {failure.Message.TrimEnd('.')}."]);
        }
    }

    private static void Listen(KestrelServerOptions kestrel, SiloOptions options)
    {
        kestrel.AddServerHeader = false;
        Limit(kestrel.Limits);
        if (options.HealthPort is { } health)
        {
            if (IPAddress.IsLoopback(options.ResolveAddress()))
            {
                kestrel.Listen(IPAddress.Loopback, health, Share);
            }
            else
            {
                kestrel.ListenAnyIP(health, Share);
            }
        }

        if (options.HttpListener is { Host: { } host } one)
        {
            kestrel.Listen(host, one.Port, listening => Guard(listening, options));
        }
        else if (options.HttpListener is { } every)
        {
            kestrel.ListenAnyIP(every.Port, listening => Guard(listening, options));
        }
    }

    // Slow or idle connections hold a buffer and no thread; each is taken for so long.
    private static void Limit(KestrelServerLimits limits)
    {
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        limits.KeepAliveTimeout = TimeSpan.FromSeconds(20);
        limits.MaxRequestBodySize = LargestBody;
        limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
        limits.MinResponseDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
        limits.Http2.MaxStreamsPerConnection = 100;
    }

    private static void Share(ListenOptions listening)
    {
        IServiceProvider services = listening.ApplicationServices;
        ConnectionShares shares = new(services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ILogger<ConnectionShares>>());
        listening.Use(next => connection => shares.ServeAsync(connection, next));
    }

    private static void Guard(ListenOptions listening, SiloOptions options)
    {
        Share(listening);
        if (options.Certificate is null)
        {
            return;
        }

        HttpCertificate certificate = listening.ApplicationServices.GetRequiredService<HttpCertificate>();
        listening.UseHttps(new TlsHandshakeCallbackOptions
        {
            OnConnection = _ => ValueTask.FromResult(new SslServerAuthenticationOptions { ServerCertificateContext = certificate.Current() }),
        });
    }

    private static void Serve(IApplicationBuilder app, SiloOptions options)
    {
        if (options.HealthPort is { } health)
        {
            app.UseSiloHealth(health);
        }

        if (options.HttpListener is { } http)
        {
            app.UseWebDoor(http.Port, options.Dashboard ? SiloDashboard.Map : null);
        }
    }
}

using System.Net;
using GanSweep.Silo.Dashboard;
using GanSweep.Silo.Health;
using GanSweep.Silo.Settings;
using GanSweep.Web;
using GanSweep.Web.Facts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Hosting;

namespace GanSweep.Silo.Web;

/// <summary>The HTTP server of a silo, with a listener for each thing it serves. There is none if nothing is served.</summary>
internal static class SiloWebServer
{
    /// <summary>
    /// Adds the server, if a port is asked for. What is added first starts first and stops last, so this comes before the silo: it can then
    /// say that the silo is not there yet, or no longer.
    /// </summary>
    public static IHostBuilder UseSiloWebServer(this IHostBuilder host, SiloOptions options)
    {
        if (options is { HealthPort: null, DashboardPort: null, HttpListener: null })
        {
            return host;
        }

        if (options.HttpListener is not null)
        {
            host.ConfigureServices(services => services.AddWebDoor(new WebFacts(Models.Families, Models.Engines, ProductVersion.Current)));
        }

        return host.ConfigureWebHost(
            web => web
                .UseKestrelCore()
                .ConfigureKestrel(kestrel => Listen(kestrel, options))
                .Configure(app => Serve(app, options)),
            // Containers set ASPNETCORE_HTTP_PORTS, which is not meant for this server.
            environment => environment.SuppressEnvironmentConfiguration = true);
    }

    private static void Listen(KestrelServerOptions kestrel, SiloOptions options)
    {
        kestrel.AddServerHeader = false;
        if (options.HealthPort is { } health)
        {
            if (IPAddress.IsLoopback(options.ResolveAddress()))
            {
                kestrel.Listen(IPAddress.Loopback, health);
            }
            else
            {
                kestrel.ListenAnyIP(health);
            }
        }

        if (options.DashboardPort is { } dashboard)
        {
            kestrel.Listen(IPAddress.Loopback, dashboard);
        }

        if (options.HttpListener is { Host: { } host } one)
        {
            kestrel.Listen(host, one.Port);
        }
        else if (options.HttpListener is { } every)
        {
            kestrel.ListenAnyIP(every.Port);
        }
    }

    private static void Serve(IApplicationBuilder app, SiloOptions options)
    {
        if (options.HealthPort is { } health)
        {
            app.UseSiloHealth(health);
        }

        if (options.DashboardPort is { } dashboard)
        {
            app.UseDashboard(dashboard);
        }

        if (options.HttpListener is { } http)
        {
            app.UseWebDoor(http.Port);
        }
    }
}

using System.Net;
using System.Net.NetworkInformation;
using GanSweep.Contracts.Silos;
using GanSweep.Silo.Settings;
using Microsoft.Extensions.Hosting;

namespace GanSweep.Silo.Tests.Fakes;

/// <summary>A silo in this process that serves HTTP, on free ports and a folder of its own.</summary>
internal sealed class WebSilo : IAsyncDisposable
{
    private readonly string _folder;
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(60) };

    private WebSilo(string folder, SiloOptions options, IHost host)
    {
        _folder = folder;
        Options = options;
        Host = host;
    }

    public SiloOptions Options { get; }

    public IHost Host { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<WebSilo> StartAsync(SiloRoles roles = SiloRoles.Coordinator, Action<SiloOptions>? configure = null)
    {
        string folder = Directory.CreateTempSubdirectory("gansweep-").FullName;
        SiloOptions options = SiloOptions.Embedded(folder, roles, slots: 1);
        configure?.Invoke(options);
        return new WebSilo(folder, options, await GanSweepHost.StartAsync(options, _ => { }, Cancellation));
    }

    /// <summary>What this machine says at a port and path.</summary>
    public async Task<(HttpStatusCode Status, string Body)> GetAsync(int? port, string path, string? host = null)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, $"http://127.0.0.1:{port}{path}");
        request.Headers.Host = host;
        using HttpResponseMessage response = await _http.SendAsync(request, Cancellation);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Cancellation));
    }

    /// <summary>The addresses at which a port is listened to.</summary>
    public static IReadOnlyList<IPAddress> Listening(int? port)
    {
        return [.. IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(listener => listener.Port == port).Select(listener => listener.Address)];
    }

    public async ValueTask DisposeAsync()
    {
        await Host.StopAsync(CancellationToken.None);
        Host.Dispose();
        _http.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}

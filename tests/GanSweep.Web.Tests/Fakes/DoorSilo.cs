using System.Globalization;
using System.Net;
using System.Net.Sockets;
using GanSweep.Contracts.Access;
using GanSweep.Contracts.Silos;
using GanSweep.Silo;
using GanSweep.Silo.Settings;
using GanSweep.Sweeps.Access;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GanSweep.Web.Tests.Fakes;

/// <summary>A coordinator in this process with a door, on a free port and a folder of its own; it can be stopped and started again.</summary>
internal sealed class DoorSilo : IAsyncDisposable
{
    public static readonly Actor Test = new("test", "here");

    private readonly HttpClient _http = Client(IPAddress.Loopback);
    private IHost? _host;

    private DoorSilo(string folder)
    {
        Folder = folder;
    }

    public string Folder { get; }

    public SiloOptions Options { get; private set; } = new();

    public IServiceProvider Services => _host!.Services;

    public AccessBook Book => Services.GetRequiredService<AccessBook>();

    public int Port => int.Parse(Options.Http.AsSpan(Options.Http.LastIndexOf(':') + 1), CultureInfo.InvariantCulture);

    public string Origin => $"http://127.0.0.1:{Port}";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<DoorSilo> StartAsync(Action<SiloOptions>? configure = null, string? folder = null)
    {
        DoorSilo silo = new(folder ?? Directory.CreateTempSubdirectory("gansweep-").FullName);
        try
        {
            await silo.StartAgainAsync(configure);
            return silo;
        }
        catch
        {
            await silo.DisposeAsync();
            throw;
        }
    }

    public async Task StopAsync()
    {
        if (_host is { } host)
        {
            _host = null;
            await host.StopAsync(CancellationToken.None);
            host.Dispose();
        }
    }

    public async Task StartAgainAsync(Action<SiloOptions>? configure = null)
    {
        Options = SiloOptions.Embedded(Folder, SiloRoles.Coordinator, slots: 1);
        Options.Http = "127.0.0.1:0";
        configure?.Invoke(Options);
        _host = await GanSweepHost.StartAsync(Options, _ => { }, Cancellation);
    }

    public Task<CreatedKey> KeyAsync(AccessRole role, string? name = null)
    {
        return Book.CreateKeyAsync(new KeyRequest { Role = role, Name = name }, Test);
    }

    public Task<Answer> GetAsync(string path, params ReadOnlySpan<(string Name, string Value)> headers)
    {
        return SendAsync(HttpMethod.Get, path, content: null, headers);
    }

    public Task<Answer> PostFormAsync(string path, IEnumerable<(string Name, string Value)> fields, params ReadOnlySpan<(string Name, string Value)> headers)
    {
        return SendAsync(HttpMethod.Post, path, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))), headers);
    }

    /// <summary>Sends a request as it is: no redirect is followed and no cookie kept.</summary>
    public Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? content, params ReadOnlySpan<(string Name, string Value)> headers)
    {
        return Answer.OfAsync(_http, Request(method, $"{Origin}{path}", content, headers));
    }

    public static HttpRequestMessage Request(HttpMethod method, string url, HttpContent? content, params ReadOnlySpan<(string Name, string Value)> headers)
    {
        HttpRequestMessage request = new(method, url) { Content = content };
        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    /// <summary>Logs a browser in, and gives the cookie that it sends from then on.</summary>
    public async Task<(string, string)> LogInAsync(AccessRole role)
    {
        LoginLink link = await Book.CreateLinkAsync(role, Test);
        Answer answer = await PostFormAsync("/login", [("link", link.Token)], ("Origin", Origin));
        return ("Cookie", answer.Header("Set-Cookie")!.Split(';')[0]);
    }

    /// <summary>A client whose requests come from an address of this machine.</summary>
    public static HttpClient Client(IPAddress from, SocketsHttpHandler? handler = null)
    {
        handler ??= new SocketsHttpHandler();
        handler.AllowAutoRedirect = false;
        handler.UseCookies = false;
        handler.ConnectCallback = async (context, cancellationToken) =>
        {
            Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                socket.Bind(new IPEndPoint(from, 0));
                await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        };
        return new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(60) };
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _http.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}

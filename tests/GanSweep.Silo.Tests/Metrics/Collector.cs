using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace GanSweep.Silo.Tests.Metrics;

/// <summary>A collector of OTLP metrics over HTTP, on the loopback.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<(string Path, byte[] Body)> _posts = [];
    private readonly Task _listening;

    public Collector()
    {
        using (TcpListener free = new(IPAddress.Loopback, 0))
        {
            free.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}";
        }

        _listener.Prefixes.Add($"{Address}/");
        _listener.Start();
        _listening = ListenAsync();
    }

    public string Address { get; }

    /// <summary>What was posted, in order.</summary>
    public IReadOnlyCollection<(string Path, byte[] Body)> Posts => _posts;

    /// <summary>Whether any post contains a text.</summary>
    public bool Holds(string text)
    {
        byte[] bytes = System.Text.Encoding.UTF8.GetBytes(text);
        return _posts.Any(post => post.Body.AsSpan().IndexOf(bytes) >= 0);
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _listening;
        _listener.Close();
    }

    private async Task ListenAsync()
    {
        while (true)
        {
            HttpListenerContext request;
            try
            {
                request = await _listener.GetContextAsync();
            }
            catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using MemoryStream body = new();
            await request.Request.InputStream.CopyToAsync(body);
            _posts.Enqueue((request.Request.Url!.AbsolutePath, body.ToArray()));
            request.Response.ContentType = "application/x-protobuf";
            request.Response.Close();
        }
    }
}

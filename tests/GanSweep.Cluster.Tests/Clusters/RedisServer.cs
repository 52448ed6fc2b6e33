using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using GanSweep.Cluster.Tests.Processes;

namespace GanSweep.Cluster.Tests.Clusters;

/// <summary>A Redis of the test's own, on the loopback, that keeps what it holds over restarts.</summary>
internal sealed class RedisServer : IAsyncDisposable
{
    private const string Program = "redis-server";

    private readonly string _folder;
    private readonly bool _asksForPassword;
    private readonly int _port = Ports.Free();
    private ProgramProcess _process;

    private RedisServer(string folder, bool asksForPassword)
    {
        _folder = folder;
        _asksForPassword = asksForPassword;
        _process = Launch();
    }

    public static bool IsInstalled { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, Program)));

    /// <summary>Its host and port.</summary>
    public string EndPoint => $"127.0.0.1:{_port}";

    /// <summary>What a silo or client is told: with the file of its password, if it asks for one.</summary>
    public string Address => _asksForPassword ? $"{EndPoint},passwordFile={PasswordFile}" : EndPoint;

    private string PasswordFile => Path.Combine(_folder, "redis-password");

    public static async Task<RedisServer> StartAsync(string folder, bool asksForPassword, CancellationToken cancellationToken)
    {
        if (asksForPassword)
        {
            string password = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
            await File.WriteAllTextAsync(Path.Combine(folder, "redis-password"), password, cancellationToken);
            await File.WriteAllTextAsync(Path.Combine(folder, "redis.conf"), $"requirepass {password}\n", cancellationToken);
        }

        RedisServer server = new(folder, asksForPassword);
        await server.ReadyAsync(cancellationToken);
        return server;
    }

    public Task KillAsync(CancellationToken cancellationToken)
    {
        return _process.KillAsync(cancellationToken);
    }

    /// <summary>Starts it again, on the same port, with what it held.</summary>
    public async Task StartAgainAsync(CancellationToken cancellationToken)
    {
        await _process.DisposeAsync();
        _process = Launch();
        await ReadyAsync(cancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        return _process.DisposeAsync();
    }

    private ProgramProcess Launch()
    {
        return ProgramProcess.Other(
            Program, _folder, [.. _asksForPassword ? ["redis.conf"] : Array.Empty<string>(), "--port", $"{_port}", "--bind", "127.0.0.1", "--dir", _folder, "--appendonly", "yes", "--appendfsync", "always", "--save", ""]);
    }

    private async Task ReadyAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForAsync("Ready to accept connections", cancellationToken);
        using Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, _port, cancellationToken);
    }
}

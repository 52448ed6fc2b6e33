using System.Net;
using System.Net.Sockets;
using GanSweep.Client.Output;
using GanSweep.Client.Sessions;
using GanSweep.Client.Tests.Fakes;
using GanSweep.Contracts.Sweeps;
using Spectre.Console.Testing;

namespace GanSweep.Client.Tests.Sessions;

public sealed class SweepSessionsTests : IDisposable
{
    private readonly TestConsole _console = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _console.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task OpenAsync_NothingListens_NamesTheAddress()
    {
        int port = UnusedPort();

        ClusterUnreachableException exception = await Assert.ThrowsAsync<ClusterUnreachableException>(() =>
            OpenAsync(new SessionRequest { DataFolder = "", Cluster = new GatewayAddress("localhost", port) }));

        Assert.StartsWith($"No GanSweep cluster answers at localhost:{port}: ", exception.Message);
    }

    [Fact]
    public async Task OpenAsync_NoRedisListens_NamesItWithoutItsPassword()
    {
        int port = UnusedPort();

        ClusterUnreachableException exception = await Assert.ThrowsAsync<ClusterUnreachableException>(() =>
            OpenAsync(new SessionRequest { DataFolder = "", Cluster = RedisClusterAddress.Parse($"127.0.0.1:{port},password=secret") }));

        Assert.StartsWith($"No GanSweep cluster answers at Redis 127.0.0.1:{port}: Redis itself does not answer.", exception.Message);
        Assert.DoesNotContain("secret", exception.Message);
    }

    [Fact]
    public async Task OpenAsync_Interrupted_IsNoFailureOfTheCluster()
    {
        using TcpListener silent = new(IPAddress.Loopback, 0);
        silent.Start();
        ClusterAddress address = new GatewayAddress("localhost", ((IPEndPoint)silent.LocalEndpoint).Port);
        using CancellationTokenSource signal = new();
        Task<ISweepSession> opening = new SweepSessions(new ErrorConsole(_console))
            .OpenAsync(new SessionRequest { DataFolder = "", Cluster = address }, signal.Token);

        await silent.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        await signal.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => opening);
    }

    [Fact]
    public async Task OpenAsync_FolderWithoutStore_SaysSoAndMakesNothing()
    {
        string data = _folder.File("data");

        SweepNotFoundException exception = await Assert.ThrowsAsync<SweepNotFoundException>(() =>
            OpenAsync(new SessionRequest { DataFolder = data }));

        Assert.StartsWith($"There are no sweeps in {data}.", exception.Message);
        Assert.False(Directory.Exists(data));
    }

    private static int UnusedPort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private Task<ISweepSession> OpenAsync(SessionRequest request)
    {
        return new SweepSessions(new ErrorConsole(_console)).OpenAsync(request, TestContext.Current.CancellationToken);
    }
}

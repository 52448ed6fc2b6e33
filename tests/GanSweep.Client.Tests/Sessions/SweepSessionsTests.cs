using System.Net;
using System.Net.Sockets;
using GanSweep.Client.Errors;
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
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        ClusterUnreachableException exception = await Assert.ThrowsAsync<ClusterUnreachableException>(() =>
            OpenAsync(new SessionRequest { DataFolder = "", Cluster = new ClusterAddress("localhost", port) }));

        Assert.StartsWith($"No GanSweep cluster answers at localhost:{port}: ", exception.Message);
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

    private Task<ISweepSession> OpenAsync(SessionRequest request)
    {
        return new SweepSessions(new ErrorConsole(_console)).OpenAsync(request, TestContext.Current.CancellationToken);
    }
}

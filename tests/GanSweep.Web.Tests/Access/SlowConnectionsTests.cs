using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using GanSweep.Web.Tests.Fakes;

namespace GanSweep.Web.Tests.Access;

/// <summary>Connections that say little or nothing keep nobody else out, and are closed.</summary>
public sealed class SlowConnectionsTests
{
    private const string Sweeps = "/api/v1/sweeps";
    private const int Share = 200;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Connections_MoreThanAnAddressMayHave_AreClosedAndOthersAreAnswered()
    {
        await using DoorSilo silo = await DoorSilo.StartAsync();
        List<Socket> slow = [];
        try
        {
            for (int i = 0; i < 3 * Share; i++)
            {
                slow.Add(await ConnectAsync(silo, "GET / HTTP/1.1\r\nHost: local"));
            }

            // Whoever is beyond is closed at once, without an answer.
            List<Task<int>> ends = [.. slow.Select(EndAsync)];
            for (int closed = 0; closed < 2 * Share; closed++)
            {
                ends.Remove(await Task.WhenAny(ends));
            }

            Stopwatch clock = Stopwatch.StartNew();
            Assert.Equal(HttpStatusCode.OK, (await silo.GetAsync(Sweeps)).Status);
            Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
            Assert.Equal(Share, ends.Count);

            // The others are told that they are too slow.
            int answered = (await Task.WhenAll(ends)).Count(length => length > 0);
            Assert.Equal(Share, answered);
        }
        finally
        {
            slow.ForEach(socket => socket.Dispose());
        }
    }

    [Fact]
    public async Task Connections_TenThousandOfOneAddress_KeepNobodyElseOut()
    {
        await using DoorSilo silo = await DoorSilo.StartAsync();
        List<Socket> slow = [];
        try
        {
            while (slow.Count < 10_000)
            {
                slow.Add(await ConnectAsync(silo, "POST /api/v1/validate HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"));
                if (slow.Count % 1_000 == 0)
                {
                    Assert.Equal(HttpStatusCode.OK, (await silo.GetAsync(Sweeps)).Status);
                }
            }
        }
        finally
        {
            slow.ForEach(socket => socket.Dispose());
        }
    }

    private static async Task<Socket> ConnectAsync(DoorSilo silo, string beginning)
    {
        Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Parse("127.0.0.2"), 0));
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, silo.Port, Cancellation);
            await socket.SendAsync(Encoding.ASCII.GetBytes(beginning), Cancellation);
        }
        catch (SocketException)
        {
            // It was closed already.
        }

        return socket;
    }

    // What it is told before it is closed.
    private static async Task<int> EndAsync(Socket socket)
    {
        byte[] answer = new byte[4096];
        int length = 0;
        try
        {
            while (await socket.ReceiveAsync(answer.AsMemory(length), Cancellation) is > 0 and var more)
            {
                length += more;
            }
        }
        catch (SocketException)
        {
            // Closed hard.
        }

        Assert.True(length == 0 || Encoding.ASCII.GetString(answer, 0, length).StartsWith("HTTP/1.1 408", StringComparison.Ordinal));
        return length;
    }
}

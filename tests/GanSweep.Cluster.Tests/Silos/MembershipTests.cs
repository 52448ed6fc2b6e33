using System.Net.Sockets;
using System.Security.Cryptography;
using GanSweep.Cluster.Tests.Clusters;
using GanSweep.Cluster.Tests.Processes;

namespace GanSweep.Cluster.Tests.Silos;

/// <summary>Silos that come, silos that may not come, and callers that should not.</summary>
[Collection(SiloCluster.OneAtATime)]
public sealed class MembershipTests(UndisturbedSweep undisturbed)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [RedisFact]
    public async Task Trainer_JoinsInTheMiddle_TrainsAtOnce()
    {
        await using SiloCluster cluster = await SiloCluster.StartAsync(trainers: 1, slots: 1);
        string sweep = await cluster.SubmitAsync(undisturbed.Write(cluster.Folder));
        await cluster.EveryRunIsTrainedAsync(1);

        ProgramProcess second = cluster.LaunchTrainer();
        await second.WaitForAsync("Ready", Cancellation);
        await second.WaitForAsync("Training run", Cancellation);

        await cluster.AuditAsync(sweep, await undisturbed.StoreAsync());
    }

    [RedisFact]
    public async Task SecondCoordinator_WhileTheFirstLives_IsRefusedAndTakesOverOnceItIsGone()
    {
        await using SiloCluster cluster = await SiloCluster.StartAsync(trainers: 1);
        string sweep = await cluster.SubmitAsync(undisturbed.Write(cluster.Folder));

        await using ProgramProcess sameFolder = Second(cluster, cluster.StoreFolder);
        Assert.Equal(1, await sameFolder.ExitAsync(Cancellation));
        Assert.Contains($"process {cluster.Coordinator.Id}", sameFolder.Output, StringComparison.Ordinal);

        await using ProgramProcess otherFolder = Second(cluster, cluster.Folder["other"]);
        Assert.Equal(1, await otherFolder.ExitAsync(Cancellation));
        Assert.Contains("The cluster has a coordinator already", otherFolder.Output, StringComparison.Ordinal);

        await cluster.Coordinator.KillAsync(Cancellation);
        cluster.LaunchCoordinator();
        await cluster.AuditAsync(sweep, await undisturbed.StoreAsync());
    }

    [RedisFact]
    public async Task Silo_NoRedis_SaysSoAndFails()
    {
        using TemporaryFolder folder = new();
        await using ProgramProcess silo = ProgramProcess.Silo(folder.Path, "--roles", "trainer", "--redis", $"127.0.0.1:{Ports.Free()}", "--siloPort", "0");

        Assert.Equal(1, await silo.ExitAsync(Cancellation));
        Assert.Contains("redis", silo.Output, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("   at ", silo.Output, StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task Gateway_Garbage_IsRefusedAndOthersAreServed()
    {
        await using SiloCluster cluster = await SiloCluster.StartAsync(trainers: 0);
        int port = int.Parse(cluster.Gateway.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture);
        foreach (int length in (int[])[1, 100, 1_000_000])
        {
            using TcpClient client = new("127.0.0.1", port);
            byte[] garbage = RandomNumberGenerator.GetBytes(length);
            await using NetworkStream stream = client.GetStream();
            try
            {
                await stream.WriteAsync(garbage, Cancellation);
                client.Client.Shutdown(SocketShutdown.Send);
                await stream.ReadExactlyAsync(new byte[1 << 16], Cancellation);
            }
            catch (IOException)
            {
                // It hung up: that is what is expected, after a greeting or without one.
            }
        }

        Assert.Contains("There are no sweeps", await cluster.ClientAsync("list"), StringComparison.OrdinalIgnoreCase);
        Assert.False(cluster.Coordinator.HasExited);
    }

    private static ProgramProcess Second(SiloCluster cluster, string data)
    {
        return ProgramProcess.Silo(
            cluster.Folder.Path, "--roles", "coordinator", "--redis", cluster.Redis.Address, "--siloPort", "0", "--gatewayPort", "0", "--data", data);
    }
}

using GanSweep.Cluster.Tests.Clusters;
using GanSweep.Cluster.Tests.Processes;

namespace GanSweep.Cluster.Tests.Silos;

/// <summary>Silos and clients that show each other certificates, and those who have none that is taken.</summary>
[Collection(SiloCluster.OneAtATime)]
public sealed class CertifiedClusterTests(UndisturbedSweep undisturbed)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [RedisFact]
    public async Task Sweep_OverMutualTls_OutlivesATrainerTheCoordinatorAndItsCertificatesInTheSameBits()
    {
        await using SiloCluster cluster = await SiloCluster.StartAsync(trainers: 3, isCertified: true);
        string sweep = await cluster.SubmitAsync(undisturbed.Write(cluster.Folder));
        await cluster.EveryRunIsTrainedAsync(UndisturbedSweep.Runs);

        ProgramProcess victim = cluster.BusyTrainer();
        IReadOnlyList<int> runs = cluster.RunsOf(victim);
        await victim.KillAsync(Cancellation);
        await cluster.UntilAsync(() => runs.All(run => cluster.Grants().Any(grant => grant.Run == run && grant.Attempt == 2)));

        await cluster.CertificatesAsync("--renew");
        await cluster.Coordinator.KillAsync(Cancellation);
        cluster.LaunchCoordinator();

        await cluster.AuditAsync(sweep, await undisturbed.StoreAsync());

        // One that is killed while it comes in hangs up, and is told of too; but nobody's certificate was wrong.
        Assert.DoesNotContain(
            cluster.CoordinatorLog.Split('\n'),
            line => line.Contains("Refused a connection", StringComparison.Ordinal) && !line.Contains("it showed no certificate", StringComparison.Ordinal));
    }

    [RedisFact]
    public async Task Client_WithoutTheRightCertificate_ReadsWhatIsWrongAndTheCoordinatorLogsIt()
    {
        await using SiloCluster cluster = await SiloCluster.StartAsync(trainers: 0, isCertified: true);
        string sweep = await cluster.SubmitAsync(undisturbed.Write(cluster.Folder));
        await cluster.CertificatesAsync("--role", "reader");
        string reader = Path.Combine(cluster.Folder["certificates"], "reader");

        Assert.Contains(sweep, await EndAsync(0, cluster, "list", "--redis", cluster.Redis.Address, "--certificates", reader), StringComparison.Ordinal);

        string cancelled = await EndAsync(1, cluster, "cancel", sweep, "--cluster", cluster.Gateway, "--certificates", reader);
        Assert.Contains("Cancel is for the role operator, and reader has the role reader", cancelled, StringComparison.Ordinal);
        Assert.Contains("reader (reader) was refused ISweepGrain.CancelAsync", cluster.CoordinatorLog, StringComparison.Ordinal);

        string without = await EndAsync(1, cluster, "list", "--cluster", cluster.Gateway);
        Assert.Contains("it asks for a certificate. Give --certificates DIR", without, StringComparison.Ordinal);
        await cluster.UntilAsync(() => cluster.CoordinatorLog.Contains("Refused a connection from 127.0.0.1", StringComparison.Ordinal));

        string summary = await cluster.ClientAsync("list", "--json");
        Assert.Contains("\"running\"", summary, StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task Redis_WithoutItsPassword_TellsNobodyWhereTheSilosAre()
    {
        await using SiloCluster cluster = await SiloCluster.StartAsync(trainers: 0, isCertified: true);
        string wrong = cluster.Folder["wrong-password"];
        await File.WriteAllTextAsync(wrong, "wrong", Cancellation);

        foreach (string address in (string[])[cluster.Redis.EndPoint, $"{cluster.Redis.EndPoint},passwordFile={wrong}"])
        {
            await using ProgramProcess silo = ProgramProcess.Silo(
                cluster.Folder.Path, "--roles", "trainer", "--redis", address, "--siloPort", "0", "--certificates", cluster.Folder["certificates"]);
            Assert.Equal(1, await silo.ExitAsync(Cancellation));
            Assert.Contains($"The Redis at {cluster.Redis.EndPoint} asks for a password", silo.Output, StringComparison.Ordinal);

            string client = await EndAsync(1, cluster, "list", "--redis", address, "--certificates", Path.Combine(cluster.Folder["certificates"], "operator"));
            Assert.DoesNotContain("Unexpected", client, StringComparison.Ordinal);
            Assert.Contains("Redis itself", client, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("--address", "0.0.0.0")]
    [InlineData("--address", "192.0.2.7")]
    public async Task Silo_AddressThatOthersReachAndNoCertificates_DoesNotStart(params string[] options)
    {
        using TemporaryFolder folder = new();
        await using ProgramProcess silo = ProgramProcess.Silo(folder.Path, options);

        Assert.Equal(2, await silo.ExitAsync(Cancellation));
        Assert.Contains("gansweep certificates --out certificates", silo.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", silo.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["gansweep-data"]));
    }

    // Both streams of a verb, which must end with the code.
    private static async Task<string> EndAsync(int code, SiloCluster cluster, params string[] arguments)
    {
        await using ProgramProcess client = ProgramProcess.Client(cluster.Folder.Path, arguments);
        Assert.Equal(code, await client.ExitAsync(Cancellation));
        return (client.Output + client.Errors).ReplaceLineEndings(" ");
    }
}

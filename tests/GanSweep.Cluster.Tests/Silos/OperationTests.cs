using System.Text.Json;
using GanSweep.Cluster.Tests.Clusters;
using GanSweep.Cluster.Tests.Processes;

namespace GanSweep.Cluster.Tests.Silos;

/// <summary>What a person does with a cluster while it trains.</summary>
[Collection(SiloCluster.OneAtATime)]
public sealed class OperationTests(UndisturbedSweep undisturbed)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [RedisFact]
    public async Task Sweep_LookedAtPausedResumedAndItsCoordinatorRestarted_EndsInTheSameBitsBeforeItsWatchers()
    {
        await using SiloCluster cluster = await SiloCluster.StartAsync(trainers: 2);
        string sweep = await cluster.SubmitAsync(undisturbed.Write(cluster.Folder));
        await using ProgramProcess throughGateway = ProgramProcess.Client(cluster.Folder.Path, "watch", sweep, "--cluster", cluster.Gateway);
        await using ProgramProcess throughRedis = ProgramProcess.Client(cluster.Folder.Path, "watch", sweep, "--redis", cluster.Redis.Address);
        await cluster.EveryRunIsTrainedAsync(UndisturbedSweep.Runs);

        await cluster.ClientAsync("pause", sweep);
        while (await RunningAsync(cluster, sweep) > 0)
        {
            await Task.Delay(100, Cancellation);
        }

        Assert.Equal("paused", (await ReadAsync(cluster, "leaderboard", sweep)).GetProperty("state").GetString());
        await cluster.ClientAsync("resume", sweep);
        await cluster.UntilAsync(() => cluster.Grants().Count(grant => grant.Attempt == 2) == UndisturbedSweep.Runs);
        await cluster.EveryRunIsTrainedAsync(UndisturbedSweep.Runs);
        await AssertSilosAreShownAsync(cluster);

        await cluster.Coordinator.KillAsync(Cancellation);
        await Task.Delay(TimeSpan.FromSeconds(5), Cancellation);
        cluster.LaunchCoordinator();

        Assert.True(await throughGateway.ExitAsync(Cancellation) == 0, throughGateway.Errors);
        Assert.True(await throughRedis.ExitAsync(Cancellation) == 0, throughRedis.Errors);
        await cluster.AuditAsync(sweep, await undisturbed.StoreAsync());
        Assert.All(cluster.Grants().GroupBy(grant => grant.Run), run => Assert.Equal([1, 2], run.Select(grant => grant.Attempt)));
    }

    private static async Task AssertSilosAreShownAsync(SiloCluster cluster)
    {
        JsonElement[] silos;
        do
        {
            silos = [.. (await ReadAsync(cluster, "cluster")).GetProperty("silos").EnumerateArray()];
        }
        while (silos.Sum(silo => silo.GetProperty("training").GetArrayLength()) < UndisturbedSweep.Runs);

        Assert.Equal(["coordinator", "trainer", "trainer"], silos.Select(silo => silo.GetProperty("roles")[0].GetString()));
        Assert.Equal(cluster.Trainers.Select(SiloCluster.AddressOf).Order(), silos.Skip(1).Select(silo => silo.GetProperty("address").GetString()).Order());
        Assert.All(silos.Skip(1), silo => Assert.Equal(2, silo.GetProperty("slots").GetInt32()));
    }

    private static async Task<int> RunningAsync(SiloCluster cluster, string sweep)
    {
        return (await ReadAsync(cluster, "leaderboard", sweep)).GetProperty("counts").GetProperty("running").GetInt32();
    }

    private static async Task<JsonElement> ReadAsync(SiloCluster cluster, params string[] arguments)
    {
        using JsonDocument document = JsonDocument.Parse(await cluster.ClientAsync([.. arguments, "--json"]));
        return document.RootElement.Clone();
    }
}

using GanSweep.Cluster.Tests.Clusters;
using GanSweep.Cluster.Tests.Processes;

namespace GanSweep.Cluster.Tests.Failures;

/// <summary>
/// DESIGN's failure model with real processes and real signals. In the end every run has completed exactly once, under attempts that only
/// grew, and the store holds the bits of a sweep that nothing happened to.
/// </summary>
[Collection(SiloCluster.OneAtATime)]
public sealed class FailureTests(UndisturbedSweep undisturbed)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [RedisFact]
    public async Task Trainer_Killed_ItsRunsGoOnElsewhereFromTheirCheckpoints()
    {
        await using SiloCluster cluster = await SiloCluster.StartAsync(trainers: 3);
        (string sweep, ProgramProcess victim) = await TrainAsync(cluster);
        IReadOnlyList<int> runs = cluster.RunsOf(victim);
        Failure failure = Failure.Of(cluster, "SIGKILL of a trainer");

        await victim.KillAsync(Cancellation);

        await failure.UntilGrantedAgainAsync(runs);
        await cluster.AuditAsync(sweep, await undisturbed.StoreAsync());
        failure.Report();
    }

    [RedisFact]
    public async Task Trainer_HangsLongerThanItsLeaseAndComesBack_ChangesNothing()
    {
        await using SiloCluster cluster = await SiloCluster.StartAsync(trainers: 3);
        (string sweep, ProgramProcess victim) = await TrainAsync(cluster);
        IReadOnlyList<int> runs = cluster.RunsOf(victim);
        Failure failure = Failure.Of(cluster, "SIGSTOP of a trainer, SIGCONT once its runs are granted again");

        victim.Suspend();
        await failure.UntilGrantedAgainAsync(runs);
        victim.Continue();

        await cluster.AuditAsync(sweep, await undisturbed.StoreAsync());
        failure.Report();
    }

    [RedisFact]
    public async Task Trainer_Terminated_HandsItsRunsOverWithACheckpoint()
    {
        await using SiloCluster cluster = await SiloCluster.StartAsync(trainers: 3);
        (string sweep, ProgramProcess victim) = await TrainAsync(cluster);
        IReadOnlyList<int> runs = cluster.RunsOf(victim);
        Failure failure = Failure.Of(cluster, "SIGTERM of a trainer");

        victim.Terminate();

        await failure.UntilGrantedAgainAsync(runs);
        Assert.Equal(0, await victim.ExitAsync(Cancellation));
        Assert.Contains("its runs are given back", victim.Output, StringComparison.Ordinal);
        await cluster.AuditAsync(sweep, await undisturbed.StoreAsync());
        Assert.DoesNotContain("silent or gone", cluster.CoordinatorLog, StringComparison.Ordinal);
        failure.Report();
    }

    [RedisFact]
    public async Task Coordinator_KilledFor20Seconds_TrainersGoOnAndDeliverOnItsReturn()
    {
        await using SiloCluster cluster = await SiloCluster.StartAsync(trainers: 2);
        (string sweep, _) = await TrainAsync(cluster);
        Failure failure = Failure.Of(cluster, "SIGKILL of the coordinator, started again after 20 s");

        await cluster.Coordinator.KillAsync(Cancellation);
        await Task.Delay(TimeSpan.FromSeconds(20), Cancellation);
        cluster.LaunchCoordinator();

        await failure.UntilAsync(() => cluster.Completions().Count > 0);
        await cluster.AuditAsync(sweep, await undisturbed.StoreAsync());
        Assert.All(cluster.Grants(), grant => Assert.Equal(1, grant.Attempt));
        failure.Report();
    }

    [RedisFact]
    public async Task Coordinator_KilledWhileItWrites_NothingAcknowledgedIsLost()
    {
        const int Runs = 30;
        await using SiloCluster cluster = await SiloCluster.StartAsync(trainers: 2);
        string space = $$"""{ "latentDim": [{{string.Join(", ", Enumerable.Range(1, Runs))}}] }""";
        using TemporaryFolder expected = new();
        await using (ProgramProcess run = ProgramProcess.Client(
            expected.Path, "run", expected.WriteSweep("writes", space, epochs: 10, keepBest: Runs), "--data", expected["store"], "--out", expected["results"]))
        {
            Assert.True(await run.ExitAsync(Cancellation) == 0, run.Errors);
        }

        string sweep = await cluster.SubmitAsync(cluster.Folder.WriteSweep("writes", space, epochs: 10, keepBest: Runs));
        for (int kill = 1; kill <= 3; kill++)
        {
            int completed = cluster.Completions().Count;
            await cluster.UntilAsync(() => cluster.Completions().Count > completed + 3);
            await cluster.Coordinator.KillAsync(Cancellation);
            cluster.LaunchCoordinator();
            await cluster.ReadyAsync();
        }

        await cluster.AuditAsync(sweep, expected["store"]);
    }

    [RedisFact]
    public async Task Redis_Restarted_TheClusterGoesOn()
    {
        await using SiloCluster cluster = await SiloCluster.StartAsync(trainers: 2);
        (string sweep, _) = await TrainAsync(cluster);
        Failure failure = Failure.Of(cluster, "SIGKILL of Redis, started again after 5 s");

        await cluster.Redis.KillAsync(Cancellation);
        await Task.Delay(TimeSpan.FromSeconds(5), Cancellation);
        await cluster.Redis.StartAgainAsync(Cancellation);
        cluster.LaunchTrainer();
        await cluster.ReadyAsync();

        await cluster.AuditAsync(sweep, await undisturbed.StoreAsync());
        Assert.All(cluster.Grants(), grant => Assert.Equal(1, grant.Attempt));
        Assert.All(cluster.Trainers, trainer => Assert.False(trainer.HasExited));
        failure.Report();
    }

    [RedisFact]
    public async Task Everything_KilledAtOnceAndStartedAgain_GoesOn()
    {
        await using SiloCluster cluster = await SiloCluster.StartAsync(trainers: 2);
        (string sweep, _) = await TrainAsync(cluster);
        ProgramProcess[] silos = [cluster.Coordinator, .. cluster.Trainers];
        int[] runs = [.. cluster.Trainers.SelectMany(cluster.RunsOf)];
        Failure failure = Failure.Of(cluster, "SIGKILL of everything, Redis too, and all started again at once");

        await Task.WhenAll([cluster.Redis.KillAsync(Cancellation), .. silos.Select(silo => silo.KillAsync(Cancellation))]);
        await cluster.Redis.StartAgainAsync(Cancellation);
        cluster.LaunchCoordinator();
        cluster.LaunchTrainer();
        cluster.LaunchTrainer();

        await failure.UntilGrantedAgainAsync(runs);
        await cluster.AuditAsync(sweep, await undisturbed.StoreAsync());
        failure.Report();
    }

    [RedisFact]
    public async Task Client_KilledWhileSubmittingALargeTable_LeavesNothingAndTheNextSubmissionIsWhole()
    {
        await using SiloCluster cluster = await SiloCluster.StartAsync(trainers: 0);
        string sweep = WriteLargeSweep(cluster.Folder);
        await using (ProgramProcess client = ProgramProcess.Client(cluster.Folder.Path, "submit", sweep, "--cluster", cluster.Gateway))
        {
            await client.WaitForAsync("Uploading the table", Cancellation);
            await client.KillAsync(Cancellation);
        }

        Assert.Contains("There are no sweeps", await cluster.ClientAsync("list"), StringComparison.OrdinalIgnoreCase);
        string id = await cluster.SubmitAsync(sweep);
        Assert.Equal(id, await cluster.SubmitAsync(sweep));
        Assert.Contains(id, await cluster.ClientAsync("list"), StringComparison.Ordinal);
    }

    /// <summary>Starts the sweep and waits until all of it is trained, and for about a second of checkpoints.</summary>
    private async Task<(string SweepId, ProgramProcess Busy)> TrainAsync(SiloCluster cluster)
    {
        string sweep = await cluster.SubmitAsync(undisturbed.Write(cluster.Folder));
        await cluster.EveryRunIsTrainedAsync(UndisturbedSweep.Runs);
        await Task.Delay(TimeSpan.FromSeconds(1.5), Cancellation);
        return (sweep, cluster.BusyTrainer());
    }

    private static string WriteLargeSweep(TemporaryFolder folder)
    {
        using (StreamWriter table = new(folder["large.csv"]))
        {
            table.WriteLine("a,b");
            for (int row = 0; row < 1_000_000; row++)
            {
                table.WriteLine(FormattableString.Invariant($"{Math.Sin(row):R},{Math.Cos(row):R}"));
            }
        }

        File.WriteAllText(folder["large.json"], """{ "name": "large", "dataset": "large.csv", "evaluationRows": 2000 }""");
        return folder["large.json"];
    }
}

using System.Diagnostics;
using System.Globalization;
using GanSweep.Cluster.Tests.Clusters;
using GanSweep.Cluster.Tests.Processes;

namespace GanSweep.Cluster.Tests.Failures;

/// <summary>
/// Whatever can happen to the processes of a cluster happens, in an order drawn from a seed that is printed. GANSWEEP_CHAOS_SEED repeats
/// one, as far as the machine's timing allows; GANSWEEP_CHAOS_SECONDS makes it longer.
/// </summary>
[Collection(SiloCluster.OneAtATime)]
public sealed class ChaosTests
{
    // Twelve configurations, and the best four of them under a second seed: who proposes and who goes on hangs on what has ended.
    private const int Runs = 16;
    private const string Space = """{ "loss": ["nonSaturating", "leastSquares"], "generatorLayers": [[16], [32]], "generatorLearningRate": { "min": 0.0003, "max": 0.003, "scale": "log" } }""";
    private const string Search = """, "strategy": { "kind": "tpe", "configurations": 12, "cohort": 3 }, "racing": { "seeds": [1, 2], "keep": 0.34 }""";

    private const int MostTrainers = 4;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [RedisFact]
    public async Task Chaos_ForAWhile_EndsInTheSameBits()
    {
        int seed = Setting("GANSWEEP_CHAOS_SEED", Environment.TickCount);
        TimeSpan duration = TimeSpan.FromSeconds(Setting("GANSWEEP_CHAOS_SECONDS", 20));
        // Enough epochs for the disturbance to last: the longer it is, the longer the runs.
        int epochs = 30 * (int)duration.TotalSeconds;
        using TemporaryFolder expected = new();
        await using (ProgramProcess run = ProgramProcess.Client(
            expected.Path, "run", expected.WriteSweep("chaos", Space, epochs, keepBest: Runs, Search), "--data", expected["store"], "--out", expected["results"]))
        {
            Assert.True(await run.ExitAsync(Cancellation) == 0, run.Errors);
        }

        await using SiloCluster cluster = await SiloCluster.StartAsync(trainers: 2);
        string sweep = await cluster.SubmitAsync(cluster.Folder.WriteSweep("chaos", Space, epochs, keepBest: Runs, Search));
        Say($"seed {seed}");
        try
        {
            await DisturbAsync(cluster, new Random(seed), duration);
            await cluster.AuditAsync(sweep, expected["store"]);
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"Chaos with seed {seed} (GANSWEEP_CHAOS_SEED repeats it). {cluster.CoordinatorLog}", failure);
        }
    }

    private static async Task DisturbAsync(SiloCluster cluster, Random random, TimeSpan duration)
    {
        Stopwatch clock = Stopwatch.StartNew();
        List<ProgramProcess> hung = [];
        while (clock.Elapsed < duration)
        {
            await Task.Delay(random.Next(500, 2500), Cancellation);
            ProgramProcess[] living = [.. cluster.Trainers.Where(trainer => !trainer.HasExited && !hung.Contains(trainer))];
            ProgramProcess? one = living.Length > 0 ? living[random.Next(living.Length)] : null;
            switch (random.Next(7))
            {
                case 0 when one is not null:
                    Say("kill a trainer");
                    await one.KillAsync(Cancellation);
                    break;
                case 1 when one is not null:
                    Say("terminate a trainer");
                    one.Terminate();
                    break;
                case 2 when one is not null && hung.Count == 0:
                    Say("suspend a trainer");
                    one.Suspend();
                    hung.Add(one);
                    break;
                case 3 when hung.Count > 0:
                    Say("let it go on");
                    hung[0].Continue();
                    hung.Clear();
                    break;
                case 4:
                    Say("kill the coordinator");
                    await cluster.Coordinator.KillAsync(Cancellation);
                    await Task.Delay(random.Next(0, 3000), Cancellation);
                    cluster.LaunchCoordinator();
                    break;
                case 5:
                    Say("restart Redis");
                    await cluster.Redis.KillAsync(Cancellation);
                    await Task.Delay(random.Next(0, 2000), Cancellation);
                    await cluster.Redis.StartAgainAsync(Cancellation);
                    break;
                case 6 when living.Length < MostTrainers:
                    Say("start a trainer");
                    cluster.LaunchTrainer();
                    break;
            }

            // A service manager would do the same: a coordinator that could not start, since Redis was away, is started again.
            if (cluster.Coordinator.HasExited)
            {
                cluster.LaunchCoordinator();
            }
        }

        hung.ForEach(trainer => trainer.Continue());
        if (cluster.Coordinator.HasExited)
        {
            cluster.LaunchCoordinator();
        }

        cluster.LaunchTrainer();
        cluster.LaunchTrainer();
    }

    private static int Setting(string variable, int otherwise)
    {
        return Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
    }

    private static void Say(string text)
    {
        TestContext.Current.TestOutputHelper?.WriteLine(text);
    }
}

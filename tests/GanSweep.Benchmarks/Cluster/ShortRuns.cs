using System.Diagnostics;
using GanSweep.Benchmarks.Pages;
using GanSweep.Benchmarks.Programs;
using GanSweep.Silo.Settings;

namespace GanSweep.Benchmarks.Cluster;

/// <summary>Runs of one epoch each, unless more is said, on silos of their own process: as many calls between silos a second as there can be.</summary>
internal static class ShortRuns
{
    private const string Sweep = """
        {
          "name": "overhead", "dataset": "eu-stock-losses.csv", "replicates": REPLICATES, "evaluationRows": 2000,
          "config": { "epochs": EPOCHS }, "space": { "latentDim": [8, 16] }
        }
        """;

    /// <summary>From the lease of a run to the end of the sweep, as the coordinator says.</summary>
    /// <param name="twoSilos">Whether there are two silos of one slot, which share a Redis, or one of two.</param>
    /// <param name="certified">Whether they show each other certificates, and speak TLS.</param>
    /// <param name="replicates">Half the number of runs.</param>
    /// <param name="epochs">How long each is.</param>
    /// <param name="watchers">How many look at the sweep's page meanwhile; null if there are no pages.</param>
    /// <param name="from">The number of the run: what is compiled before it does not count.</param>
    public static async Task<ShortRunsTime> MeasureAsync(bool twoSilos, bool certified = false, int replicates = 1000, int epochs = 1, int? watchers = null, int from = 1)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("gansweep-");
        try
        {
            File.Copy(Checkout.Table, Path.Combine(folder.FullName, "eu-stock-losses.csv"));
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "sweep.json"), Sweep
                .Replace("REPLICATES", $"{replicates}", StringComparison.Ordinal).Replace("EPOCHS", $"{epochs}", StringComparison.Ordinal));
            string[] certificates = certified ? ["--certificates", "certificates"] : [];
            if (certified)
            {
                await using LoggedProcess made = new(folder.FullName, "dotnet", Checkout.Client, "certificates", "--out", "certificates");
                await made.WhenAsync("made: certificates/operator");
            }

            int[] ports = FreePort.Find(3);
            string redis = $"127.0.0.1:{ports[1]}";
            string gateway = $"{ports[0]}";
            await using LoggedProcess? server = twoSilos
                ? new LoggedProcess(folder.FullName, "redis-server", "--port", $"{ports[1]}", "--bind", "127.0.0.1", "--save", "")
                : null;
            if (server is not null)
            {
                await server.WhenAsync("Ready to accept connections");
            }

            string[] cluster = twoSilos ? ["--slots", "1", "--redis", redis, .. certificates] : ["--slots", "2", .. certificates];
            string pages = $"127.0.0.1:{ports[2]}";
            await using LoggedProcess first = Silo(folder, ["--gatewayPort", gateway, "--http", watchers is null ? "off" : pages, .. cluster]);
            await first.WhenAsync("Ready");
            await using LoggedProcess? second = twoSilos ? Silo(folder, ["--roles", "trainer", "--http", "off", .. cluster]) : null;
            if (second is not null)
            {
                await second.WhenAsync("Ready");
            }

            await using LoggedProcess client = new(folder.FullName, "dotnet", [Checkout.Client, "submit", "sweep.json", "--cluster", $"localhost:{gateway}", .. certificates]);
            (string granted, _) = await first.FindAsync("is granted");
            await using PageWatchers watching = new(new Uri($"http://{pages}"), $"/sweeps/{SweepOf(granted)}", watchers ?? 0);
            long start = await first.WhenAsync($"Run {from} of", "is granted");
            TimeSpan before = first.ProcessorTime + (second?.ProcessorTime ?? TimeSpan.Zero);
            TimeSpan trainedBefore = first.TrainingTime;
            long end = await first.WhenAsync("has ended");
            TimeSpan after = first.ProcessorTime + (second?.ProcessorTime ?? TimeSpan.Zero);
            return new ShortRunsTime(Stopwatch.GetElapsedTime(start, end).TotalSeconds, (after - before).TotalSeconds, (first.TrainingTime - trainedBefore).TotalSeconds);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // Run 4 of overhead-9a0d163f is granted as attempt 1 to …
    private static string SweepOf(string line)
    {
        string[] words = line.Split(' ');
        return words[Array.IndexOf(words, "of") + 1];
    }

    private static LoggedProcess Silo(DirectoryInfo folder, string[] options)
    {
        return new LoggedProcess(folder.FullName, "dotnet", [Checkout.Silo, "--siloPort", "0", .. options]);
    }
}

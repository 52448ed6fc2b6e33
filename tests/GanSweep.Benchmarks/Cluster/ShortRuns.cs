using System.Diagnostics;
using GanSweep.Benchmarks.Programs;
using GanSweep.Silo.Settings;

namespace GanSweep.Benchmarks.Cluster;

/// <summary>Runs of one epoch each on silos of their own process: as many calls between silos a second as there can be.</summary>
internal static class ShortRuns
{
    private const string Sweep = """
        {
          "name": "overhead", "dataset": "eu-stock-losses.csv", "replicates": REPLICATES, "evaluationRows": 2000,
          "config": { "epochs": 1 }, "space": { "latentDim": [8, 16] }
        }
        """;

    /// <summary>From the first lease to the end of the sweep, as the coordinator says.</summary>
    /// <param name="twoSilos">Whether there are two silos of one slot, which share a Redis, or one of two.</param>
    /// <param name="certified">Whether they show each other certificates, and speak TLS.</param>
    /// <param name="replicates">Half the number of runs.</param>
    public static async Task<ShortRunsTime> MeasureAsync(bool twoSilos, bool certified = false, int replicates = 1000)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("gansweep-");
        try
        {
            File.Copy(Checkout.Table, Path.Combine(folder.FullName, "eu-stock-losses.csv"));
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "sweep.json"), Sweep.Replace("REPLICATES", $"{replicates}", StringComparison.Ordinal));
            string[] certificates = certified ? ["--certificates", "certificates"] : [];
            if (certified)
            {
                await using LoggedProcess made = new(folder.FullName, "dotnet", Checkout.Client, "certificates", "--out", "certificates");
                await made.WhenAsync("made: certificates/operator");
            }

            int[] ports = FreePort.Find(2);
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
            await using LoggedProcess first = Silo(folder, ["--gatewayPort", gateway, .. cluster]);
            await first.WhenAsync("Ready");
            await using LoggedProcess? second = twoSilos ? Silo(folder, ["--roles", "trainer", .. cluster]) : null;
            if (second is not null)
            {
                await second.WhenAsync("Ready");
            }

            await using LoggedProcess client = new(folder.FullName, "dotnet", [Checkout.Client, "submit", "sweep.json", "--cluster", $"localhost:{gateway}", .. certificates]);
            long start = await first.WhenAsync("is granted");
            TimeSpan before = first.ProcessorTime + (second?.ProcessorTime ?? TimeSpan.Zero);
            long end = await first.WhenAsync("has ended");
            TimeSpan after = first.ProcessorTime + (second?.ProcessorTime ?? TimeSpan.Zero);
            return new ShortRunsTime(Stopwatch.GetElapsedTime(start, end).TotalSeconds, (after - before).TotalSeconds);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static LoggedProcess Silo(DirectoryInfo folder, string[] options)
    {
        return new LoggedProcess(folder.FullName, "dotnet", [Checkout.Silo, "--siloPort", "0", "--http", "off", .. options]);
    }
}

using System.Diagnostics;
using GanSweep.Benchmarks.Programs;
using GanSweep.Silo.Settings;
using Spectre.Console;

namespace GanSweep.Benchmarks.Cluster;

/// <summary>What it costs that silos are apart: 2,000 one-epoch runs on two silos of one slot each, against one silo with two slots.</summary>
internal sealed class ClusterBenchmark : IBenchmark
{
    private const int Rounds = 3;
    private const double MostOverhead = 1.15;

    private const string Sweep = """
        {
          "name": "overhead", "dataset": "eu-stock-losses.csv", "replicates": 1000, "evaluationRows": 2000,
          "config": { "epochs": 1 }, "space": { "latentDim": [8, 16] }
        }
        """;

    public string Name => "cluster";

    public string Description => "2,000 one-epoch runs: two silos of one slot against one silo of two (needs redis-server)";

    public async Task<bool> RunAsync(IAnsiConsole console)
    {
        List<double> together = [];
        List<double> apart = [];
        Table table = new Table().AddColumns("round", "one silo, s", "two silos, s", "ratio");
        for (int round = 1; round <= Rounds; round++)
        {
            together.Add(await MeasureAsync(twoSilos: false));
            apart.Add(await MeasureAsync(twoSilos: true));
            table.AddRow($"{round}", $"{together[^1]:F1}", $"{apart[^1]:F1}", $"{apart[^1] / together[^1]:F2}");
        }

        double ratio = Median.Of(apart) / Median.Of(together);
        console.Write(table);
        console.WriteLine($"two silos take {ratio:F2} of the time of one (at most {MostOverhead})");
        return ratio <= MostOverhead;
    }

    // From the first lease to the end of the sweep, as the coordinator says.
    private static async Task<double> MeasureAsync(bool twoSilos)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("gansweep-");
        try
        {
            File.Copy(Checkout.Table, Path.Combine(folder.FullName, "eu-stock-losses.csv"));
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "sweep.json"), Sweep);
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

            string[] cluster = twoSilos ? ["--slots", "1", "--redis", redis] : ["--slots", "2"];
            await using LoggedProcess first = Silo(folder, ["--gatewayPort", gateway, .. cluster]);
            await first.WhenAsync("Ready");
            await using LoggedProcess? second = twoSilos ? Silo(folder, ["--roles", "trainer", .. cluster]) : null;
            if (second is not null)
            {
                await second.WhenAsync("Ready");
            }

            await using LoggedProcess client = new(folder.FullName, "dotnet", Checkout.Client, "submit", "sweep.json", "--cluster", $"localhost:{gateway}");
            long start = await first.WhenAsync("is granted");
            return Stopwatch.GetElapsedTime(start, await first.WhenAsync("has ended")).TotalSeconds;
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

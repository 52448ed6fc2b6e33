using Spectre.Console;

namespace GanSweep.Benchmarks.Programs;

/// <summary>What a user of the console program waits for, as whole processes.</summary>
internal sealed class ProgramsBenchmark : IBenchmark
{
    private const int Rounds = 7;

    // A million cells: 10^6 values over six keys.
    private const string Million = """
        {
          "name": "million", "dataset": "eu-stock-losses.csv",
          "space": {
            "latentDim": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], "batchSize": [8, 16, 24, 32, 40, 48, 56, 64, 72, 80],
            "generatorLearningRate": [0.001, 0.002, 0.003, 0.004, 0.005, 0.006, 0.007, 0.008, 0.009, 0.01],
            "dropout": [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45],
            "beta1": [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9], "epochs": [10, 20, 30, 40, 50, 60, 70, 80, 90, 100]
          }
        }
        """;

    private const string Small = """
        { "name": "small", "dataset": "eu-stock-losses.csv", "config": { "epochs": 200 }, "space": { "loss": ["minimax", "nonSaturating"] } }
        """;

    public string Name => "programs";

    public string Description => "start to first epoch, leaderboard, report, a finished sweep run again, and validate of a million runs";

    public async Task<bool> RunAsync(IAnsiConsole console)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("gansweep-");
        try
        {
            File.Copy(Checkout.Table, Path.Combine(folder.FullName, "eu-stock-losses.csv"));
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "million.json"), Million);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "small.json"), Small);
            Measured[] first = await RoundsAsync(folder.FullName, round => ["run", "small.json", "--data", $"data-{round}"]);
            await Measured.RunAsync(folder.FullName, "run", "small.json");
            Measured[] again = await RoundsAsync(folder.FullName, "run", "small.json");
            Measured[] leaderboard = await RoundsAsync(folder.FullName, "leaderboard", "small");
            Measured[] report = await RoundsAsync(folder.FullName, "report", "small");
            Measured[] validate = await RoundsAsync(folder.FullName, "validate", "million.json");

            Table table = new Table().AddColumns("what", "seconds", "at most", "peak MB", "at most");
            bool met = Add(table, "run: first epochs shown", Median.Of([.. first.Select(run => run.FirstEpochSeconds ?? double.NaN)]), 2.5, Peak(first), null);
            met &= Add(table, "run: a finished sweep again", MedianSeconds(again), 2, Peak(again), null);
            met &= Add(table, "leaderboard of an embedded store", MedianSeconds(leaderboard), 0.4, Peak(leaderboard), null);
            met &= Add(table, "report of 391 × 4 rows and 3,910 synthetic ones", MedianSeconds(report), 3, Peak(report), null);
            met &= Add(table, "validate of 1,000,000 runs", MedianSeconds(validate), 1, Peak(validate), 200);
            console.Write(table);
            return met;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Task<Measured[]> RoundsAsync(string folder, params string[] arguments)
    {
        return RoundsAsync(folder, _ => arguments);
    }

    private static async Task<Measured[]> RoundsAsync(string folder, Func<int, string[]> arguments)
    {
        List<Measured> rounds = [];
        for (int round = 0; round < Rounds; round++)
        {
            rounds.Add(await Measured.RunAsync(folder, arguments(round)));
        }

        return [.. rounds];
    }

    private static bool Add(Table table, string what, double seconds, double mostSeconds, long megabytes, long? mostMegabytes)
    {
        table.AddRow(what, $"{seconds:F2}", $"{mostSeconds:F1}", $"{megabytes}", mostMegabytes is null ? "" : $"{mostMegabytes}");
        return seconds <= mostSeconds && megabytes <= (mostMegabytes ?? long.MaxValue);
    }

    private static double MedianSeconds(Measured[] rounds)
    {
        return Median.Of([.. rounds.Select(round => round.Seconds)]);
    }

    private static long Peak(Measured[] rounds)
    {
        return rounds.Max(round => round.PeakMegabytes);
    }
}

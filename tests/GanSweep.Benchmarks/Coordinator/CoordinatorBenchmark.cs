using System.Globalization;
using Spectre.Console;

namespace GanSweep.Benchmarks.Coordinator;

/// <summary>Sweeps of 1,000 to 100,000 runs on one coordinator and its store, with trainers that train nothing: what a run costs, and whether that grows.</summary>
internal sealed class CoordinatorBenchmark : IBenchmark
{
    // The compiler's work makes small sweeps look dear, and growth cheap. With DOTNET_TieredCompilation=0 the warm-up takes all of it.
    private const int WarmUpRuns = 20_000;
    private const int SmallSweep = 2000;
    private const int SmallRounds = 3;
    private const double LeastRunsPerSecond = 2000;
    private const double LargestGrowth = 1.5;
    private const double LongestRestartSeconds = 3;
    private const double LongestBoardMilliseconds = 20;

    // For a quick look: GANSWEEP_COORDINATOR_RUNS=1000,10000
    private static readonly int[] Sizes =
        [.. (Environment.GetEnvironmentVariable("GANSWEEP_COORDINATOR_RUNS") ?? "1000,10000,100000").Split(',').Select(size => int.Parse(size, CultureInfo.InvariantCulture))];

    public string Name => "coordinator";

    public string Description => "sweeps of 1,000 to 100,000 runs with fake trainers: durable runs a second, cost, memory, restart, leaderboard";

    public async Task<bool> RunAsync(IAnsiConsole console)
    {
        await CoordinatorFigures.MeasureAsync(WarmUpRuns);
        List<CoordinatorFigures> all = [];
        foreach (int runs in Sizes)
        {
            all.Add(await MeasureAsync(runs));
        }

        Table table = new Table().AddColumns(
            "runs", "runs/s", "µs CPU/run", "resident MB", "managed MB", "store B/run", "restart s", "top 20 ms", "worst ms");
        foreach (CoordinatorFigures one in all)
        {
            table.AddRow(
                $"{one.Runs}",
                $"{one.RunsPerSecond:F0}",
                $"{one.MicrosecondsPerRun:F0}",
                $"{one.ResidentMegabytes}",
                $"{one.ManagedMegabytes}",
                $"{one.StoreBytesPerRun}",
                $"{one.RestartSeconds:F2}",
                $"{one.BoardMilliseconds:F1}",
                $"{one.WorstBoardMilliseconds:F1}");
        }

        console.Write(table);
        CoordinatorFigures large = all[^1];
        double growth = large.MicrosecondsPerRun / all.Min(one => one.MicrosecondsPerRun);
        bool met = Tell(console, $"{large.RunsPerSecond:F0} runs/s (at least {LeastRunsPerSecond})", large.RunsPerSecond >= LeastRunsPerSecond);
        met &= Tell(console, $"a run costs {growth:F2} times what it costs in the cheapest sweep (at most {LargestGrowth})", growth <= LargestGrowth);
        met &= Tell(console, $"restart in {large.RestartSeconds:F2} s (at most {LongestRestartSeconds})", large.RestartSeconds <= LongestRestartSeconds);
        met &= Tell(console, $"top 20 in {large.BoardMilliseconds:F1} ms (at most {LongestBoardMilliseconds})", large.BoardMilliseconds <= LongestBoardMilliseconds);
        return met;
    }

    // A short sweep is measured several times: the one of median cost counts.
    private static async Task<CoordinatorFigures> MeasureAsync(int runs)
    {
        List<CoordinatorFigures> rounds = [];
        for (int round = 0; round < (runs <= SmallSweep ? SmallRounds : 1); round++)
        {
            rounds.Add(await CoordinatorFigures.MeasureAsync(runs));
        }

        return rounds.OrderBy(figures => figures.MicrosecondsPerRun).ElementAt(rounds.Count / 2);
    }

    private static bool Tell(IAnsiConsole console, string what, bool met)
    {
        console.WriteLine($"{(met ? "met    " : "not met")}  {what}");
        return met;
    }
}

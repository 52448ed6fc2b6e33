using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using GanSweep.Benchmarks.Quality;
using GanSweep.Evaluation.Standards;
using GanSweep.Settings.Models;
using GanSweep.Silo;
using GanSweep.Sweeps.Definitions;
using GanSweep.Sweeps.Scheduling;
using GanSweep.Training.Tasks;
using Spectre.Console;
using Table = GanSweep.Tables.Table;

namespace GanSweep.Benchmarks.Search;

/// <summary>Strategies on real tables at equal numbers of steps: what is found, as ten fresh seeds tell of it, over twenty seeds of the search.</summary>
internal sealed class SearchesBenchmark : IBenchmark
{
    private const int Searches = 20;
    private const double Holdout = 0;
    private const int Rows = 400;

    // Short runs, judged at their end alone: what is compared are the searches.
    private const string Config = """ "steps": 600, "evaluationInterval": 1000000, "calibrate": false """;

    public const string Space = """
        "loss": ["nonSaturating", "minimax"], "generatorLearningRate": { "min": 0.0003, "max": 0.01, "scale": "log" },
        "r1Penalty": { "min": 0.05, "max": 5, "scale": "log" }, "batchSize": { "min": 8, "max": 64, "step": 8 }
        """;

    private const string Cells = """
        "loss": ["nonSaturating", "minimax"], "generatorLearningRate": [0.0005, 0.001, 0.002, 0.004, 0.008], "r1Penalty": [0.1, 0.5, 2.5], "batchSize": [16, 48]
        """;

    // Each trains as many steps as sixty whole runs have.
    private static readonly (string Name, string Keys, string Space)[] Strategies =
    [
        ("grid", "", Cells),
        ("random", """ "strategy": { "kind": "random", "configurations": 60 }, """, Space),
        ("sobol", """ "strategy": { "kind": "sobol", "configurations": 60 }, """, Space),
        ("tpe", """ "strategy": { "kind": "tpe", "configurations": 60 }, """, Space),
        ("tpe, racing", """ "strategy": { "kind": "tpe", "configurations": 36 }, "racing": { "seeds": [1, 3], "keep": 0.34 }, """, Space),
        ("tpe, halving", """ "strategy": { "kind": "tpe", "configurations": 120 }, "halving": { "shares": [0.25, 1], "keep": 0.34 }, """, Space),
    ];

    public string Name => "searches";

    public string Description => $"strategies on real tables: the best of sixty runs' steps, confirmed under ten fresh seeds, over {Searches} searches; target: tpe at most random";

    public async Task<bool> RunAsync(IAnsiConsole console)
    {
        Spectre.Console.Table printed = new Spectre.Console.Table().AddColumns("table", "strategy", "confirmed (quartiles)", "in the search", "flattered by", "s a run");
        bool met = true;
        foreach ((string name, Func<int, Table> draw) in await SharedTables.WithKeptAsync(console, ["insurance"]))
        {
            SearchedTable table = new(draw(1));
            Dictionary<string, double> medians = [];
            foreach ((string strategy, string keys, string space) in Strategies)
            {
                long start = Stopwatch.GetTimestamp();
                int before = table.Trained;
                Found[] found = new Found[Searches];
                Parallel.For(0, Searches, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, search => found[search] = table.Search(keys, space, 1 + (search * 20)));
                double[] confirmed = [.. found.Select(one => one.Confirmed).Order()];
                medians[strategy] = Median.Of(confirmed);
                double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds * Environment.ProcessorCount / Math.Max(1, table.Trained - before);
                printed.AddRow(
                    name, strategy,
                    $"{Figure(Median.Of(confirmed))} ({Figure(confirmed[Searches / 4])} to {Figure(confirmed[Searches * 3 / 4])})",
                    Figure(Median.Of(found.Select(one => one.Told))),
                    Figure(Median.Of(found.Select(one => one.Confirmed - one.Told))),
                    seconds.ToString("F2", CultureInfo.InvariantCulture));
                console.WriteLine($"  {name}, {strategy}: {string.Join(" ", confirmed.Select(Figure))} ({seconds.ToString("F2", CultureInfo.InvariantCulture)} s a run)");
            }

            met &= medians["tpe"] <= medians["random"];
        }

        console.Write(printed);
        return met;
    }

    private static string Figure(double value)
    {
        return value.ToString("F3", CultureInfo.InvariantCulture);
    }

    /// <param name="Told">The mean total that the best was chosen by.</param>
    /// <param name="Confirmed">The lowest median under fresh seeds.</param>
    private sealed record Found(double Told, double Confirmed);

    /// <summary>A table, and the totals of what was trained on it: no run is trained twice, whichever search asks.</summary>
    private sealed class SearchedTable(Table table)
    {
        private readonly OneRun _run = new(table, Holdout, Rows: Rows);
        private readonly Yardsticks _yardsticks = YardstickEstimator.Estimate(table, Holdout, Rows, CancellationToken.None);
        private readonly ConcurrentDictionary<(string Configuration, long Seed, int? Until), Lazy<double>> _totals = [];

        public int Trained => _totals.Count;

        public Found Search(string keys, string space, int seed)
        {
            var sweep = SweepDefinition.Parse(
                FormattableString.Invariant($$"""
                    { "name": "s", "dataset": "t.csv", "seed": {{seed}}, "holdout": {{Holdout}}, "config": { {{Config}} }, "confirm": { "top": 3, "seeds": 10 }, {{keys}} "space": { {{space}} } }
                    """),
                Models.Catalog);
            EndedTotals ended = new();
            List<(string Configuration, int Run)> searched = [];
            int confirms = sweep.RunCount - (sweep.Plan.Confirm!.Top * sweep.Plan.Confirm.Seeds);
            for (int run = 1; run <= sweep.RunCount && sweep.Scheduler.Decide(run, ended) is Decision.Train; run++)
            {
                Configuration configuration = sweep.FittedConfigurationOf(run, table.Size, ended);
                Decision.Train decided = (Decision.Train)sweep.Scheduler.Decide(run, ended);
                ended.Totals.Add(TotalOf(configuration, decided.Seed, decided.UntilOn(sweep.TrainingSizeOf(table.Size))));
                if (decided.Share == 1)
                {
                    searched.Add((configuration.Json, run));
                }
            }

            var confirmed = searched.Where(one => one.Run > confirms).GroupBy(one => one.Configuration, one => ended.Totals[one.Run - 1]);
            var told = searched.Where(one => one.Run <= confirms).ToLookup(one => one.Configuration, one => ended.Totals[one.Run - 1]);
            return confirmed.Select(one => new Found(told[one.Key].Average(), Median.Of(one))).MinBy(one => one.Confirmed)!;
        }

        private double TotalOf(Configuration configuration, long seed, int? until)
        {
            return _totals.GetOrAdd((configuration.Json, seed, until), _ => new Lazy<double>(() =>
                _run.Outcome(configuration, seed, _yardsticks.SecondSample, until) is TrainingOutcome.Completed completed ? completed.Result.Scores.Total : double.PositiveInfinity)).Value;
        }
    }

    private sealed class EndedTotals : IEndedRuns
    {
        public List<double> Totals { get; } = [];

        public EndedRun? Find(int run)
        {
            return run > Totals.Count ? null : double.IsFinite(Totals[run - 1]) ? EndedRun.Ranked(Totals[run - 1]) : EndedRun.Without(Ending.Diverged);
        }
    }
}

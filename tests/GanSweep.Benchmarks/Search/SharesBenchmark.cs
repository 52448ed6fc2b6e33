using System.Globalization;
using GanSweep.Benchmarks.Quality;
using GanSweep.Evaluation.Standards;
using GanSweep.Settings.Models;
using GanSweep.Silo;
using GanSweep.Sweeps.Definitions;
using GanSweep.Training.Tasks;
using Spectre.Console;
using Table = GanSweep.Tables.Table;

namespace GanSweep.Benchmarks.Search;

/// <summary>Which tells sooner how a configuration will end: a whole run of a share of the steps, whose step size falls to its end, or the same share of the whole run.</summary>
internal sealed class SharesBenchmark : IBenchmark
{
    private const int Configurations = 40;
    private const int Steps = 2_000;
    private const double Holdout = 0.2;

    private static readonly double[] Shares = [0.1, 0.3];

    public string Name => "shares";

    public string Description => $"rank correlation of {Configurations} configurations after a share of the steps with their end: short runs of their own, and the beginnings of long ones; target: beginnings";

    public async Task<bool> RunAsync(IAnsiConsole console)
    {
        Spectre.Console.Table printed = new Spectre.Console.Table().AddColumns("table", "share", "short runs", "beginnings", "best third kept by short runs", "by beginnings");
        bool met = true;
        foreach ((string name, Func<int, Table> draw) in await SharedTables.WithKeptAsync(console, ["insurance"]))
        {
            Table table = draw(1);
            OneRun run = new(table, Holdout);
            Yardsticks yardsticks = YardstickEstimator.Estimate(table, Holdout, run.EvaluationRows, CancellationToken.None);
            TrainedRun[] whole = TrainAll(run, yardsticks, Steps);
            double[] ends = [.. whole.Select(result => result.Scores.Total)];
            foreach (double share in Shares)
            {
                double[] shorts = [.. TrainAll(run, yardsticks, (int)(share * Steps)).Select(result => result.Scores.Total)];
                double[] begun = [.. whole.Select(result => result.History.Where(point => point.Epoch <= Math.Ceiling(share * result.Epochs)).Min(point => point.Scores.Total))];
                (double ofShorts, double ofBegun) = (Spearman(shorts, ends), Spearman(begun, ends));
                met &= ofBegun >= ofShorts;
                printed.AddRow(name, Figure(share), Figure(ofShorts), Figure(ofBegun), Figure(Kept(shorts, ends)), Figure(Kept(begun, ends)));
                console.WriteLine($"  {name}, {Figure(share)}: short runs {Figure(ofShorts)}, beginnings {Figure(ofBegun)}");
            }
        }

        console.Write(printed);
        return met;
    }

    private static TrainedRun[] TrainAll(OneRun run, Yardsticks yardsticks, int steps)
    {
        var sweep = SweepDefinition.Parse(
            $$"""
            {
              "name": "s", "dataset": "t.csv", "config": { "steps": {{steps.ToString(CultureInfo.InvariantCulture)}} }, "strategy": { "kind": "sobol", "configurations": {{Configurations.ToString(CultureInfo.InvariantCulture)}} },
              "space": { {{SearchesBenchmark.Space}} }
            }
            """,
            Models.Catalog);
        TrainedRun[] results = new TrainedRun[Configurations];
        Parallel.For(0, Configurations, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, number =>
        {
            Configuration configuration = sweep.FittedConfigurationOf(number + 1, run.Table.Size);
            results[number] = ((TrainingOutcome.Completed)run.Outcome(configuration, seed: 1, yardsticks.SecondSample)).Result;
        });
        return results;
    }

    // The share of the best third in the end that is in the best third before it.
    private static double Kept(double[] before, double[] ends)
    {
        int third = ends.Length / 3;
        HashSet<int> best = [.. Enumerable.Range(0, ends.Length).OrderBy(index => ends[index]).Take(third)];
        return Enumerable.Range(0, before.Length).OrderBy(index => before[index]).Take(third).Count(best.Contains) / (double)third;
    }

    private static double Spearman(double[] one, double[] other)
    {
        (double[] a, double[] b) = (RanksOf(one), RanksOf(other));
        double mean = (a.Length - 1) / 2.0;
        double covariance = a.Zip(b, (x, y) => (x - mean) * (y - mean)).Sum();
        return covariance / a.Sum(x => (x - mean) * (x - mean));
    }

    private static double[] RanksOf(double[] values)
    {
        double[] ranks = new double[values.Length];
        foreach ((int rank, int index) in Enumerable.Range(0, values.Length).OrderBy(index => values[index]).Index())
        {
            ranks[index] = rank;
        }

        return ranks;
    }

    private static string Figure(double value)
    {
        return value.ToString("0.00", CultureInfo.InvariantCulture);
    }
}

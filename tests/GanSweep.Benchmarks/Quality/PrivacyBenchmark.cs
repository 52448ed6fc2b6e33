using System.Diagnostics;
using System.Globalization;
using GanSweep.Evaluation.Holdout;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using GanSweep.Tests;
using Spectre.Console;
using Table = GanSweep.Tables.Table;

namespace GanSweep.Benchmarks.Quality;

/// <summary>What attacks tell of a run with defaults alone, and of simpler methods, over five seeds and splits: who was trained on, and who was not.</summary>
internal sealed class PrivacyBenchmark : IBenchmark
{
    private const int Seeds = 5;
    private const double Holdout = 0.2;

    // Of five honest runs one may lie beyond the end of a range that one in twenty exceeds.
    private const int FewestWithin = 4;

    private static readonly string[] Shared = ["insurance", "adult", "california"];

    public string Name => "privacy";

    public string Description => $"membership of one run with defaults alone, over {Seeds} seeds and splits; target: within its null's 95 % point in {FewestWithin} of {Seeds}";

    public async Task<bool> RunAsync(IAnsiConsole console)
    {
        Spectre.Console.Table printed = new Spectre.Console.Table().AddColumns(
            "table", "total", "membership (largest)", "null's end", "within", "found at 1 %", "at 10 %", "copula", "cart", "SMOTE", "noisy copies", "s an attack", "met");
        bool met = true;
        foreach ((string name, Func<int, Table> draw) in await SharedTables.WithKeptAsync(console, Shared))
        {
            Outcome[] outcomes = [.. Enumerable.Range(1, Seeds).Select(seed => OutcomeOf(draw(seed), seed))];
            double Middle(Func<Outcome, double> figure) => Median.Of(outcomes.Select(figure));
            int within = outcomes.Count(one => one.Run[Score.Membership] <= one.End);
            bool good = within >= FewestWithin;
            met &= good;
            printed.AddRow(
                name, Figure(Middle(one => one.Run.Total)),
                $"{Figure(Middle(one => one.Run[Score.Membership]!.Value))} ({Figure(outcomes.Max(one => one.Run[Score.Membership]!.Value))})",
                Figure(Middle(one => one.End)), $"{within} of {Seeds}",
                Figure(Middle(one => one.Run[Score.MembershipAt1]!.Value)), Figure(Middle(one => one.Run[Score.MembershipAt10]!.Value)),
                Figure(Middle(one => one.Of("gaussianCopula"))), Figure(Middle(one => one.Of("cart"))), Figure(Middle(one => one.Of("smote"))), Figure(Middle(one => one.Of("noisyCopies"))),
                Figure(Middle(one => one.Seconds)), good ? "yes" : "no");
            console.WriteLine($"  {name}: {string.Join(" ", outcomes.Select(one => Figure(one.Run[Score.Membership]!.Value)))}");
        }

        console.Write(printed);
        return met;
    }

    private static Outcome OutcomeOf(Table table, int seed)
    {
        OneRun run = new(table, Holdout);
        Yardsticks yardsticks = YardstickEstimator.Estimate(table, Holdout, run.EvaluationRows, CancellationToken.None);
        var trained = run.Train(OneRun.Defaults, seed, yardsticks.SecondSample);
        Table sample = run.Sample(trained, run.EvaluationRows, seed);
        TableScorer scorer = new(table, HoldoutSplit.Of(table, Holdout));
        long start = Stopwatch.GetTimestamp();
        scorer.Score(sample, [Score.Membership]);
        return new Outcome(trained.Result.Scores, yardsticks, Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    private static string Figure(double value)
    {
        return value.ToString("F3", CultureInfo.InvariantCulture);
    }

    private sealed record Outcome(Scores Run, Yardsticks Yardsticks, double Seconds)
    {
        public double End => Yardsticks.UnseenOf(Score.Membership)!.High;

        public double Of(string baseline) => Yardsticks.Baselines.First(each => each.Name == baseline).Scores[Score.Membership]!.Value;
    }
}

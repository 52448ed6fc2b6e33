using System.Diagnostics;
using System.Globalization;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using GanSweep.Settings.Models;
using GanSweep.Silo;
using Spectre.Console;
using Table = GanSweep.Tables.Table;

namespace GanSweep.Benchmarks.Quality;

/// <summary>Every model side by side, one run with its defaults alone, over five seeds each with its own split: how close its rows are, whom they give away, and what that takes.</summary>
internal sealed class ModelsBenchmark : IBenchmark
{
    private const int Seeds = 5;
    private const double Holdout = 0.2;
    private const double MostSeconds = 60;

    private static readonly string[] Shared = ["insurance", "german", "bike-day", "wilt", "adult", "california"];

    public string Name => "models";

    public string Description => $"every model with its defaults alone, medians over {Seeds} seeds and splits; target: at most {MostSeconds} s a run";

    public async Task<bool> RunAsync(IAnsiConsole console)
    {
        Spectre.Console.Table printed = new Spectre.Console.Table().AddColumns(
            "table", "model", "total (range)", "joint of noise", "joint tail", "closer", "membership (largest)", "its null's end", "within", "detectability", "s", "met");
        bool met = true;
        foreach ((string name, Func<int, Table> draw) in await SharedTables.WithKeptAsync(console, Shared))
        {
            (Table Table, Yardsticks Yardsticks)[] draws = [.. Enumerable.Range(1, Seeds).Select(seed => DrawnAs(draw(seed)))];
            foreach (ModelDescription model in Models.Catalog.Models)
            {
                Outcome[] outcomes = [.. draws.Select((drawn, index) => OutcomeOf(drawn.Table, drawn.Yardsticks, model.Defaults, index + 1))];
                double seconds = Middle(outcomes, one => one.Seconds);
                met &= seconds <= MostSeconds;
                printed.AddRow(
                    name, model.Name,
                    $"{Figure(Middle(outcomes, one => one.Scores.Total))} ({Figure(outcomes.Min(one => one.Scores.Total))} to {Figure(outcomes.Max(one => one.Scores.Total))})",
                    Figure(Middle(outcomes, one => one.Of(Score.JointDistance) / one.Yardsticks.SecondSample[Score.JointDistance]!.Value)),
                    Figure(Middle(outcomes, one => one.Of(Score.CoExceedance90))),
                    Figure(Middle(outcomes, one => one.Of(Score.CloserToTraining))),
                    $"{Figure(Middle(outcomes, one => one.Of(Score.Membership)))} ({Figure(outcomes.Max(one => one.Of(Score.Membership)))})",
                    Figure(Middle(outcomes, one => one.End)),
                    $"{outcomes.Count(one => one.Of(Score.Membership) <= one.End)} of {Seeds}",
                    Figure(Middle(outcomes, one => one.Of(Score.Detectability))),
                    seconds.ToString("F1", CultureInfo.InvariantCulture), seconds <= MostSeconds ? "yes" : "no");
                console.WriteLine($"  {name}, {model.Name}: {string.Join(" ", outcomes.Select(one => $"{Figure(one.Scores.Total)}/{Figure(one.Of(Score.Membership))}"))}");
            }
        }

        console.Write(printed);
        return met;
    }

    private static (Table Table, Yardsticks Yardsticks) DrawnAs(Table table)
    {
        return (table, YardstickEstimator.Estimate(table, Holdout, new OneRun(table, Holdout).EvaluationRows, CancellationToken.None));
    }

    private static Outcome OutcomeOf(Table table, Yardsticks yardsticks, Configuration configuration, int seed)
    {
        long start = Stopwatch.GetTimestamp();
        Scores scores = new OneRun(table, Holdout).Train(configuration, seed, yardsticks.SecondSample).Result.Scores;
        return new Outcome(scores, yardsticks, Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    private static double Middle(Outcome[] outcomes, Func<Outcome, double> figure)
    {
        return Median.Of(outcomes.Select(figure));
    }

    private static string Figure(double value)
    {
        return double.IsNaN(value) ? "–" : value.ToString("F3", CultureInfo.InvariantCulture);
    }

    private sealed record Outcome(Scores Scores, Yardsticks Yardsticks, double Seconds)
    {
        public double End => Yardsticks.UnseenOf(Score.Membership)!.High;

        /// <summary>NaN where the table has no such score.</summary>
        public double Of(Score score) => Scores[score] ?? double.NaN;
    }
}

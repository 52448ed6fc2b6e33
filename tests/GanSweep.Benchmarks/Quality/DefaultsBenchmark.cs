using System.Diagnostics;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using GanSweep.Settings.Models;
using Spectre.Console;
using Table = GanSweep.Tables.Table;

namespace GanSweep.Benchmarks.Quality;

/// <summary>What the defaults alone reach, in one run, on tables of every kind: against the same with exact values, and against simpler methods.</summary>
internal sealed class DefaultsBenchmark : IBenchmark
{
    private const int Seeds = 5;
    private const double Holdout = 0.2;
    private const double MostOfTruth = 1.15;
    private const double MostSeconds = 60;
    private const int RowsInMostSeconds = 10_000;

    public string Name => "defaults";

    public string Description =>
        $"totals of one run with defaults alone, medians over {Seeds} seeds and splits; target: below the Gaussian copula's, or at most {MostOfTruth} of it where that is the truth";

    public Task<bool> RunAsync(IAnsiConsole console)
    {
        Spectre.Console.Table printed = new Spectre.Console.Table()
            .AddColumns("table", "rows × columns", "exact values", "defaults", "of the copula's", "copula", "SMOTE", "joint (copula)", "closer (null's end)", "s", "met");
        bool met = true;
        foreach (TableLaw law in KeptTables.All().Concat(MadeTables.All))
        {
            Outcome[] outcomes = [.. Enumerable.Range(1, Seeds).Select(seed => OutcomeOf(law.Draw(seed), seed))];
            double Middle(Func<Outcome, double> figure) => Median.Of(outcomes.Select(figure));
            double total = Middle(one => one.Defaults.Total);
            double copula = Middle(one => one.Copula.Total);
            double seconds = Middle(one => one.Seconds);
            double closer = Middle(one => one.Defaults[Score.CloserToTraining]!.Value);
            double end = Middle(one => one.CloserNull);
            bool good = total <= copula * (law.CopulaIsTruth ? MostOfTruth : 1) && closer <= end && (law.Rows > RowsInMostSeconds || seconds <= MostSeconds);
            met &= good;
            printed.AddRow(
                law.Name + (law.CopulaIsTruth ? " (copula)" : ""), $"{law.Rows:N0} × {outcomes[0].Columns}", $"{Middle(one => one.Exact.Total):F3}",
                $"{total:F3}", $"{total / copula:F2}",
                $"{copula:F3}", $"{Middle(one => one.Smote.Total):F3}", $"{Middle(one => one.Defaults[Score.JointDistance]!.Value):F3} ({Middle(one => one.Copula[Score.JointDistance]!.Value):F3})",
                $"{closer:F3} ({end:F3})", $"{seconds:F1}", good ? "yes" : "no");
            console.WriteLine($"  {law.Name}: {total:F3}");
        }

        console.Write(printed);
        return Task.FromResult(met);
    }

    private static Outcome OutcomeOf(Table table, int seed)
    {
        OneRun run = new(table, Holdout);
        Yardsticks yardsticks = YardstickEstimator.Estimate(table, Holdout, run.EvaluationRows, CancellationToken.None);
        Scores ScoresOf(Configuration configuration) => run.Train(configuration, seed, yardsticks.SecondSample).Result.Scores;

        Scores exact = ScoresOf(OneRun.Defaults.With(LoopKeys.ExactValues, true));
        long start = Stopwatch.GetTimestamp();
        Scores defaults = ScoresOf(OneRun.Defaults);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Scores BaselineOf(string name) => yardsticks.Baselines.First(baseline => baseline.Name == name).Scores;
        return new Outcome(
            table.ColumnCount, exact, defaults, BaselineOf("gaussianCopula"), BaselineOf("smote"), yardsticks.UnseenOf(Score.CloserToTraining)!.High, seconds);
    }

    private sealed record Outcome(int Columns, Scores Exact, Scores Defaults, Scores Copula, Scores Smote, double CloserNull, double Seconds);
}

using System.Diagnostics;
using System.Globalization;
using GanSweep.Evaluation.Fidelity;
using GanSweep.Evaluation.Holdout;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using GanSweep.Tables.Formats;
using GanSweep.Tests;
using GanSweep.Training.Tasks;
using Spectre.Console;
using Table = GanSweep.Tables.Table;

namespace GanSweep.Benchmarks.Quality;

/// <summary>What one run with defaults alone makes of tables as they lie on people's disks.</summary>
internal sealed class TablesBenchmark : IBenchmark
{
    private const double Holdout = 0.2;

    public string Name => "tables";

    public string Description => $"one run with defaults alone on the tables of the folder that {MixedTablesFolder.Variable} names, a fifth of them held out";

    public async Task<bool> RunAsync(IAnsiConsole console)
    {
        if (SharedTables.Folder is null)
        {
            console.WriteLine(SharedTables.NoFolder);
            return true;
        }

        Spectre.Console.Table printed = new Spectre.Console.Table().AddColumns(
            "table", "rows × columns", "kinds", "total", "copula", "cart", "worst column", "closer (null's end)", "utility (real)", "detectability", "missing off by", "s");
        foreach ((string name, ReadTable read, string? target) in await SharedTables.AllAsync())
        {
            Table table = read.Table;
            string? known = target is not null && table.ColumnNames.Contains(target) ? target : null;
            OneRun run = new(table, Holdout, known);
            Yardsticks yardsticks = YardstickEstimator.Estimate(table, Holdout, run.EvaluationRows, CancellationToken.None, target: known);
            long start = Stopwatch.GetTimestamp();
            TrainingOutcome.Completed trained = run.Train(OneRun.Defaults, seed: 1, yardsticks.SecondSample);
            double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            Scores scores = trained.Result.Scores;
            TableScorer scorer = new(table, HoldoutSplit.Of(table, Holdout), known);
            ColumnScores worst = scorer.ScoreColumns(run.Sample(trained, run.EvaluationRows, seed: 1)).MaxBy(column => column.Js);
            string kinds = string.Join(", ", read.Profiles.GroupBy(column => column.Kind).Select(kind => $"{kind.Count()} {kind.Key}"));
            double? totalOf(string baseline) => yardsticks.Baselines.FirstOrDefault(each => each.Name == baseline)?.Scores.Total;
            printed.AddRow(((string[])
            [
                name, $"{table.RowCount:N0} × {table.ColumnCount}", kinds, Figure(scores.Total), Figure(totalOf("gaussianCopula")), Figure(totalOf("cart")), $"{worst.Name} {Figure(worst.Js)}",
                $"{Figure(scores[Score.CloserToTraining])} ({Figure(yardsticks.UnseenOf(Score.CloserToTraining)?.High)})",
                known is null ? "–" : $"{known}: {Figure(scores[Score.Utility])} ({Figure(yardsticks.SecondSample[Score.Utility])})",
                Figure(scores[Score.Detectability]), Figure(scores[Score.MissingGap]), $"{seconds:F0}",
            ]).Select(cell => new Text(cell)));
            console.WriteLine($"  {name}: {Figure(scores.Total)}");
        }

        console.Write(printed);
        return true;
    }

    private static string Figure(double? value)
    {
        return value is { } number ? number.ToString(number >= 10 ? "F1" : "F3", CultureInfo.InvariantCulture) : "–";
    }
}

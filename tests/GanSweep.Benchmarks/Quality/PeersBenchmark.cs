using System.Collections.Immutable;
using System.Globalization;
using GanSweep.Evaluation.Holdout;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using GanSweep.Tables.Schema;
using GanSweep.Tests;
using GanSweep.Training.Tasks;
using Spectre.Console;
using Table = GanSweep.Tables.Table;

namespace GanSweep.Benchmarks.Quality;

/// <summary>
/// The four tables and the split that other methods were measured on, as they were: fitted on 75 %, as many rows drawn, each score of the total divided by what a
/// bootstrap of the whole table gets; utility and detectability on the other 25 %.
/// </summary>
internal sealed class PeersBenchmark : IBenchmark
{
    private const int Seeds = 5;
    private const double MostTotal = 2;
    private const double MostDetectability = 0.75;
    private const double MostUtilityLost = 0.08;

    // With what is said of them, and what real rows get there.
    private static readonly ImmutableArray<(string Name, string Target, double RealUtility, (string, ColumnRole)[] Columns)> Known =
    [
        ("insurance", "charges", 0.847, []),
        ("wilt", "class", 0.984, [("class", ColumnRole.Category)]),
        ("california", "median_house_value", 0.829, []),
        ("adult", "income", 0.924, []),
    ];

    public string Name => "peers";

    public string Description => $"the best of the sweep that `run table.csv` makes, on the splits of {MixedTablesFolder.Variable}, medians over {Seeds} seeds; total at most {MostTotal}, detectability at most {MostDetectability}, utility within {MostUtilityLost} of real rows";

    public async Task<bool> RunAsync(IAnsiConsole console)
    {
        if (SharedTables.Folder is not { } folder)
        {
            console.WriteLine(SharedTables.NoFolder);
            return false;
        }

        Spectre.Console.Table printed = new Spectre.Console.Table().AddColumns(
            "table", "total", "quality", "categoryGap", "associationDistance", "missingGap", "utility", "detectability", "closer", "null's end", "met");
        // Of a folder of some of them, some.
        var there = Known.Where(known => File.Exists(Path.Combine(folder, $"{known.Name}.csv"))).ToArray();
        bool met = there.Length > 0;
        foreach ((string name, string target, double realUtility, (string, ColumnRole)[] columns) in there)
        {
            Table whole = (await SharedTables.ReadAsync(Path.Combine(folder, $"{name}.csv"), columns)).Table;
            (int[] training, int[] test) = SplitOf(Path.Combine(folder, "splits", $"{name}.csv"));
            HoldoutSplit split = new(whole.Take(training), whole.Take(test));
            Scores secondSample = YardstickEstimator.SecondSample(whole, CancellationToken.None);
            ScoreRange? unseen = YardstickEstimator.Estimate(
                whole, (double)test.Length / whole.RowCount, training.Length, CancellationToken.None).UnseenOf(Score.CloserToTraining);
            TableScorer scorer = new(whole, split, target);
            OneRun run = new(split.Training, 0);
            Scores second = YardstickEstimator.SecondSample(split.Training, CancellationToken.None);
            Scores[] seeds =
            [
                .. Enumerable.Range(1, Seeds).Select(seed => scorer.Score(run.Sample(run.TrainProposed(seed, second), training.Length, seed), secondSample)),
            ];
            var middle = Scores.Summarise(seeds, values => Median.Of(values));
            bool good = middle.Total <= MostTotal && middle[Score.Detectability] <= MostDetectability
                && middle[Score.Utility] >= realUtility - MostUtilityLost && middle[Score.CloserToTraining] <= unseen?.High;
            met &= good;
            ImmutableArray<double?> figures =
            [
                middle.Total, middle[Score.Quality], middle[Score.CategoryGap], middle[Score.AssociationDistance], middle[Score.MissingGap],
                middle[Score.Utility], middle[Score.Detectability], middle[Score.CloserToTraining], unseen?.High,
            ];
            printed.AddRow([name, .. figures.Select(Figure), good ? "yes" : "no"]);
            console.WriteLine($"  {name}: {Figure(middle.Total)}");
        }

        console.Write(printed);
        return met;
    }

    private static (int[] Training, int[] Test) SplitOf(string path)
    {
        string[][] lines = [.. File.ReadLines(path).Skip(1).Select(line => line.Split(','))];
        return (Rows("train"), Rows("test"));

        int[] Rows(string part) => [.. lines.Where(line => line[1] == part).Select(line => int.Parse(line[0], CultureInfo.InvariantCulture))];
    }

    private static string Figure(double? value)
    {
        return value?.ToString("F3", CultureInfo.InvariantCulture) ?? "–";
    }
}

using System.Globalization;
using GanSweep.Benchmarks.Programs;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables.Formats;
using Spectre.Console;
using Table = GanSweep.Tables.Table;

namespace GanSweep.Benchmarks.Quality;

/// <summary>Whether what is missing, what is missing together, and what that hangs on, come out as they went in.</summary>
internal sealed class GapsBenchmark : IBenchmark
{
    private const double MostOfShare = 0.02;
    private const double MostTogether = 0.05;
    private const int Seeds = 5;

    public string Name => "gaps";

    public string Description => $"patterns of missing cells of the tables that have some, {Seeds} seeds each, defaults alone";

    public async Task<bool> RunAsync(IAnsiConsole console)
    {
        List<(string, Table)> tables = [("clinic", await ClinicAsync()), .. (await SharedTables.AllAsync()).Select(table => (table.Name, table.Read.Table))];
        Spectre.Console.Table printed = new Spectre.Console.Table().AddColumns("table", "share off", "together off", "on others off", "a bootstrap of as many rows");
        bool met = true;
        foreach ((string name, Table table) in tables)
        {
            if (GapPatterns.Between(table, table) is null)
            {
                continue;
            }

            OneRun run = new(table, Holdout: 0);
            Scores second = YardstickEstimator.SecondSample(table, CancellationToken.None);
            GapPatterns[] found =
            [
                .. Enumerable.Range(1, Seeds).Select(seed =>
                    GapPatterns.Between(table, run.Sample(run.Train(OneRun.Defaults, seed, second), run.EvaluationRows, seed))!),
            ];
            GapPatterns again = GapPatterns.Between(table, Bootstrap(table, run.EvaluationRows))!;
            double share = Median.Of([.. found.Select(each => each.Share)]);
            double? together = found[0].Together is null ? null : Median.Of([.. found.Select(each => each.Together!.Value)]);
            met &= share <= MostOfShare && !(together > MostTogether);
            printed.AddRow(((string[])
            [
                name, Figure(share), Figure(together), Figure(Median.Of([.. found.Select(each => each.OnOthers)])),
                $"{Figure(again.Share)} · {Figure(again.Together)} · {Figure(again.OnOthers)}",
            ]).Select(cell => new Text(cell)));
            console.WriteLine($"  {name}: {Figure(share)} {Figure(together)}");
        }

        console.Write(printed);
        return met;
    }

    private static async Task<Table> ClinicAsync()
    {
        ReadTable read = await SharedTables.ReadAsync(Path.Combine(Checkout.Root, "tests", "GanSweep.Evaluation.Tests", "Oracles", "mixed", "clinic", "real.csv"), []);
        return read.Table;
    }

    private static Table Bootstrap(Table table, int rows)
    {
        int[] drawn = new int[rows];
        new CounterRandom(1, RandomPurpose.Bootstrap, 0).FillBelow(drawn, table.RowCount);
        return table.Take(drawn);
    }

    private static string Figure(double? value)
    {
        return value is { } number ? number.ToString("F3", CultureInfo.InvariantCulture) : "–";
    }
}

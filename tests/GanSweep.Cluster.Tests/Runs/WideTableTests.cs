using System.Globalization;
using System.Text.Json;
using GanSweep.Cluster.Tests.Processes;

namespace GanSweep.Cluster.Tests.Runs;

/// <summary>A table as tables are: constants, counts, flags, codes, skewed and tiny numbers, one column twice another.</summary>
public sealed class WideTableTests
{
    private const int Rows = 240;

    private static readonly string[] Names =
        ["normal", "twice", "constant", "zero", "flag", "count", "code", "skewed", "tiny", "huge", "mostlyZero", "negative"];

    private static readonly string[] WholeColumns = ["constant", "zero", "flag", "count", "code"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_TwelveColumnsOfEveryKind_NothingBreaksAndWholeNumbersComeBackWhole()
    {
        using TemporaryFolder folder = new();
        double[][] real = MakeRows();
        await File.WriteAllLinesAsync(
            folder["wide.csv"], [string.Join(',', Names), .. real.Select(row => string.Join(',', row.Select(value => value.ToString("R", CultureInfo.InvariantCulture))))], Cancellation);
        await File.WriteAllTextAsync(folder["wide.json"], """
            {
              "name": "wide", "dataset": "wide.csv", "seed": 5, "holdout": 0.2, "replicates": 2,
              "config": { "epochs": 150, "batchSize": 32, "generatorLearningRate": 0.001, "discriminatorLearningRate": 0.002 },
              "space": { "transform": ["quantile", "standard", "minMax"] }
            }
            """, Cancellation);

        await ExitAsync(folder, "run", "wide.json", "--out", folder["results"]);

        string[] kept = [.. Directory.GetFiles(folder["results"]).Select(Path.GetFileName).OfType<string>().Order()];
        Assert.Equal(["best-generator.zip", "leaderboard.csv", "leaderboard.json", "report.html"], kept);
        Assert.InRange(new FileInfo(Path.Combine(folder["results"], "report.html")).Length, 100_000, 3_000_000);
        using JsonDocument leaderboard = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(folder["results"], "leaderboard.json"), Cancellation));
        Assert.All(leaderboard.RootElement.GetProperty("runs").EnumerateArray(), run =>
        {
            JsonElement scores = run.GetProperty("scores");
            Assert.All(scores.EnumerateObject().Where(score => score.Name is not ("jsAdversarial" or "missingGap" or "utility")), score => Assert.Equal(JsonValueKind.Number, score.Value.ValueKind));
        });

        await ExitAsync(folder, "sample", Path.Combine(folder["results"], "best-generator.zip"), "--rows", "500", "--out", folder["drawn.csv"]);
        string[] lines = await File.ReadAllLinesAsync(folder["drawn.csv"], Cancellation);
        Assert.Equal(string.Join(',', Names), lines[0]);
        double[][] drawn = [.. lines[1..].Select(line => line.Split(',').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray())];
        foreach (string name in WholeColumns)
        {
            int column = Array.IndexOf(Names, name);
            Assert.All(drawn, row => Assert.Equal(Math.Floor(row[column]), row[column]));
            Assert.All(drawn, row => Assert.InRange(row[column], real.Min(other => other[column]), real.Max(other => other[column])));
        }

        Assert.True(drawn.Select(row => row[Array.IndexOf(Names, "flag")]).Distinct().Count() == 2);
    }

    private static async Task ExitAsync(TemporaryFolder folder, params string[] arguments)
    {
        await using ProgramProcess program = ProgramProcess.Client(folder.Path, arguments);
        Assert.True(await program.ExitAsync(Cancellation) == 0, program.Errors);
    }

    private static double[][] MakeRows()
    {
        Random random = new(7);
        return
        [
            .. Enumerable.Range(0, Rows).Select(_ =>
            {
                double normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
                return new[]
                {
                    normal,
                    2 * normal,
                    42,
                    0,
                    random.Next(4) == 0 ? 1 : 0,
                    Math.Floor(-3 * Math.Log(1 - random.NextDouble())),
                    100 * random.Next(1, 6),
                    Math.Exp(3 * normal),
                    1e-12 * (normal + 5),
                    1e9 * random.NextDouble(),
                    random.Next(10) == 0 ? random.NextDouble() : 0,
                    -1 - random.NextDouble(),
                };
            }),
        ];
    }
}

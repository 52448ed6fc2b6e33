using GanSweep.Client.Errors;
using GanSweep.Client.Output;
using GanSweep.Client.Sweeps;
using GanSweep.Client.Tests.Fakes;
using GanSweep.Settings.Models;
using GanSweep.Silo;
using GanSweep.Sweeps.Definitions;
using GanSweep.Tables;
using Spectre.Console.Testing;

namespace GanSweep.Client.Tests.Sweeps;

public sealed class ProposedSweepTests : IDisposable
{
    private readonly ConsoleRun _console = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _console.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(2, 1, 8, 15_000)]
    [InlineData(33, 11, 8, 15_000)]
    [InlineData(391, 4, 8, 15_000)]
    [InlineData(300, 200, 8, 15_000)]
    [InlineData(300, 201, 4, 15_000)]
    [InlineData(5_000, 500, 4, 15_000)]
    [InlineData(300, 1_001, 2, 15_000)]
    [InlineData(10_000, 4, 8, 15_000)]
    [InlineData(14_000, 4, 8, 21_000)]
    [InlineData(20_000, 10, 8, 24_000)]
    [InlineData(500_000, 3, 8, 24_000)]
    public void TextFor_AnyTable_IsASweepOfAsManyUpdatesAsItsRowsAreWorth(int rows, int columns, int runs, int updates)
    {
        var sweep = SweepDefinition.Parse(ProposedSweep.TextFor("t.csv", "t.csv", TableOf(rows, columns), ""), Models.Catalog);

        TableSize table = new(rows, columns);
        Configuration configuration = sweep.FittedConfigurationOf(1, table);
        Assert.InRange(LoopKeys.UpdatesOf(configuration, sweep.TrainingSizeOf(table).Rows), updates, updates + 250);
        Assert.Equal(runs, sweep.RunCount);
        Assert.Equal(rows >= 100 ? 0.2 : 0, sweep.Holdout);
        Assert.InRange(configuration.Get(LoopKeys.Epochs) / configuration.Get(LoopKeys.EvaluationInterval), 25, 50);
    }

    [Theory]
    [InlineData("/data/loans 2024.csv.gz", "loans-2024")]
    [InlineData(".hidden.csv", "hidden")]
    [InlineData("größe.csv", "gr--e")]
    [InlineData("…", "table")]
    [InlineData("-a_b.parquet", "a_b")]
    public void TextFor_AnyName_IsASweepOfThatNameAsFarAsItMayBe(string file, string name)
    {
        var sweep = SweepDefinition.Parse(ProposedSweep.TextFor(file, file, TableOf(100, 4), ""), Models.Catalog);

        Assert.Equal((name, file), (sweep.Name, sweep.DatasetPath));
    }

    [Theory]
    [InlineData("results/deep")]
    [InlineData("")]
    public async Task RepeatedFrom_AFolder_IsTheSameSweepThere(string folder)
    {
        using TestConsole console = new();
        ErrorConsole error = new(console);
        string table = _folder.File("a \"b\" table.csv", "a,b\n" + string.Concat(Enumerable.Range(0, 120).Select(row => $"{row},{row * row}\n")));
        SweepFile file = await SweepFile.ReadAsync(table, null, error, TimeProvider.System, TestContext.Current.CancellationToken);
        string results = Path.Combine(_folder.Path, folder);
        Directory.CreateDirectory(results);
        string again = Path.Combine(results, "sweep.json");
        await File.WriteAllTextAsync(again, file.RepeatedFrom(results), TestContext.Current.CancellationToken);

        SweepFile repeated = await SweepFile.ReadAsync(again, null, error, TimeProvider.System, TestContext.Current.CancellationToken);

        Assert.True(file.IsProposed);
        Assert.False(repeated.IsProposed);
        Assert.Equal(file.SweepId, repeated.SweepId);
    }

    [Fact]
    public async Task Validate_ATable_ShowsTheSweepThatIsMadeForIt()
    {
        string table = _folder.File("cars.csv", "a,b\n" + string.Concat(Enumerable.Range(0, 33).Select(row => $"{row},{row % 7}\n")));

        Assert.Equal(ExitCode.Done, await _console.RunAsync("validate", table));

        Assert.Contains("\"name\": \"cars\"", _console.Error, StringComparison.Ordinal);
        Assert.Contains("4 configurations × 2 replicates", _console.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a,b\n1,2\n3,4\n", "The table has 2 rows.")]
    [InlineData("nonsense", "has a header but no rows")]
    [InlineData("name,b\nAnna,2\nBert,4\n", "name     category")]
    public async Task Validate_ATableThatSaysLittle_IsToldSo(string content, string message)
    {
        await _console.RunAsync("validate", _folder.File("t.csv", content));

        Assert.Contains(message, _console.Output + _console.Error, StringComparison.Ordinal);
    }

    private static Table TableOf(int rows, int columns)
    {
        double[] column = new double[rows];
        return new Table([.. Enumerable.Range(0, columns).Select(number => $"c{number}")], [.. Enumerable.Repeat(column, columns)]);
    }
}

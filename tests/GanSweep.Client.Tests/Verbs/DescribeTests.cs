using System.Text.Json;
using GanSweep.Client.Errors;
using GanSweep.Client.Tests.Fakes;
using GanSweep.Silo;
using GanSweep.Sweeps.Definitions;
using GanSweep.Tables;
using GanSweep.Tables.Formats;

namespace GanSweep.Client.Tests.Verbs;

public sealed class DescribeTests : IDisposable
{
    private readonly ConsoleRun _console = new();
    private readonly TemporaryFolder _folder = new();
    private readonly string _table;

    public DescribeTests()
    {
        _table = _folder.File(
            "people.csv",
            "Kennung;Stadt;Grösse;seit;Mitglied\n" + string.Concat(Enumerable.Range(1, 40).Select(row =>
                $"{row};{(row % 3 == 0 ? "Köln; am Rhein" : "Ulm").Replace("Köln; am Rhein", "\"Köln; am Rhein\"", StringComparison.Ordinal)};{(row % 7 == 0 ? "NA" : $"1,{row + 50}")};{row % 28 + 1:00}.03.2024;{(row % 2 == 0 ? "ja" : "nein")}\n")));
    }

    public void Dispose()
    {
        _console.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Describe_ATable_SaysWhatEveryColumnIs()
    {
        Assert.Equal(ExitCode.Done, await _console.RunAsync("describe", _table));

        Assert.Contains("40 rows × 5 columns; semicolons between cells, decimal commas, utf-8", _console.Output, StringComparison.Ordinal);
        string[] kinds = [.. _console.Output.Split('\n').Where(line => line.StartsWith("  ", StringComparison.Ordinal)).Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(2)))];
        Assert.Equal(["column kind", "Kennung id", "Stadt category", "Grösse number", "seit date", "Mitglied category"], kinds.Where(line => line.Length > 0));
        Assert.Contains("12.5%", _console.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Describe_Json_HasTheSame()
    {
        Assert.Equal(ExitCode.Done, await _console.RunAsync("describe", _table, "--json", "--column", "Mitglied=boolean"));

        JsonElement[] columns = [.. JsonDocument.Parse(_console.Output).RootElement.GetProperty("columns").EnumerateArray()];
        Assert.Equal(["id", "category", "number", "date", "boolean"], columns.Select(column => column.GetProperty("kind").GetString()));
        Assert.Equal(0.125, columns[2].GetProperty("missing").GetDouble());
        Assert.Equal(2, columns[1].GetProperty("levels").GetInt32());
    }

    [Fact]
    public async Task Describe_Sweep_SpellsOutWhatMakesTheSameTable()
    {
        Assert.Equal(ExitCode.Done, await _console.RunAsync("describe", _table, "--sweep", "--column", "Mitglied=boolean", "--csv", "missing=1,55"));

        SweepDefinition sweep = SweepDefinition.Parse(_console.Output, Models.Catalog);
        Assert.Equal(5, sweep.Reading.Columns.Count);
        Assert.Equal(';', sweep.Reading.Csv.Delimiter);
        Assert.Equal(["1,55"], sweep.Reading.Csv.Missing);
        string again = _folder.File("sweep.json", _console.Output);
        using ConsoleRun validation = new();
        Assert.Equal(ExitCode.Done, await validation.RunAsync("validate", again, "--json"));
        string? hash = JsonDocument.Parse(validation.Output).RootElement.GetProperty("dataset").GetProperty("hash").GetString();
        Assert.Equal(DatasetHash.Of(TableReader.Parse(await File.ReadAllBytesAsync(_table, TestContext.Current.CancellationToken), "t", sweep.Reading)), hash);
    }

    // How CSV is spelled says nothing of Parquet; what else was said of it stays said.
    [Theory]
    [InlineData(null)]
    [InlineData("missing=1.5")]
    public async Task Describe_SweepOfParquet_SpellsOutWhatWasSaidAlone(string? csv)
    {
        string path = _folder.File("people.parquet");
        await using (FileStream stream = File.Create(path))
        {
            await using ParquetTableWriter writer = await ParquetTableWriter.CreateAsync(stream, ["a", "b"], TestContext.Current.CancellationToken);
            await writer.WriteRowsAsync(new Table(["a", "b"], [[1.5, 2.5, 4, 8], [1, 5, 9, 14]]));
        }

        Assert.Equal(ExitCode.Done, await _console.RunAsync(["describe", path, "--sweep", .. csv is null ? Array.Empty<string>() : ["--csv", csv]]));

        SweepDefinition sweep = SweepDefinition.Parse(_console.Output, Models.Catalog);
        Assert.Equal(["a", "b"], sweep.Reading.Columns.Keys);
        Assert.Equal(csv is not null, _console.Output.Contains("\"csv\"", StringComparison.Ordinal));
        Assert.Equal(csv is null ? [] : ["1.5"], sweep.Reading.Csv.Missing);
        Assert.Equal((null, null, null, null), (sweep.Reading.Csv.Delimiter, sweep.Reading.Csv.DecimalMark, sweep.Reading.Csv.Encoding, sweep.Reading.Csv.HasHeader));
    }

    [Theory]
    [InlineData("--column", "Stadt", "--column Stadt is not NAME=KIND, such as --column Name=drop.")]
    [InlineData("--column", "Stadt=word", "$.columns.Stadt: \"word\" is not one of number, whole, category, boolean, date, id, constant, drop")]
    [InlineData("--column", "Statd=drop", "The nearest name is \"Stadt\"")]
    [InlineData("--column", "Stadt=number", "line 2")]
    [InlineData("--csv", "delimeter=;", "$.csv.delimeter: unknown key; did you mean \"delimiter\"?")]
    [InlineData("--csv", "header=maybe", "$.csv.header: \"maybe\" is not true or false.")]
    public async Task Describe_WhatIsSaidWrong_IsToldWhereAndWhatIsAllowed(string option, string value, string message)
    {
        Assert.Equal(ExitCode.WrongInput, await _console.RunAsync("describe", _table, option, value));

        Assert.Contains(message, _console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Describe_ASweepAsJson_IsRefused()
    {
        Assert.Equal(ExitCode.WrongInput, await _console.RunAsync("describe", _table, "--sweep", "--json"));

        Assert.Contains("leave --json out", _console.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--column", "Stadt=drop", "Stadt=category", "Stadt")]
    [InlineData("--csv", "decimal=,", "decimal=.", "decimal")]
    public async Task Describe_WhatIsSaidTwice_IsRefused(string option, string first, string second, string name)
    {
        Assert.Equal(ExitCode.WrongInput, await _console.RunAsync("describe", _table, option, first, option, second));

        Assert.Contains($"{option} says twice what {name} is; keep one.", _console.Error, StringComparison.Ordinal);
    }
}

using System.Text.Json;
using GanSweep.Client.Errors;
using GanSweep.Client.Tests.Fakes;
using GanSweep.Silo;
using GanSweep.Sweeps.Stores;

namespace GanSweep.Client.Tests.Verbs;

public sealed class ValidateTests : IDisposable
{
    private readonly ConsoleRun _console = new();
    private readonly TemporaryFolder _folder = new();
    private readonly string _file;

    public ValidateTests()
    {
        _folder.File("table.csv", "a,b\n1,2\n3,5\n");
        _file = _folder.File("sweep.json", """
            {
              "name": "tiny", "dataset": "table.csv", "replicates": 2,
              "space": { "loss": ["minimax", "leastSquares"], "generatorLayers": [[64, 64], [8], [16]], "batchSize": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13] },
            }
            """);
    }

    public void Dispose()
    {
        _console.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Validate_NoStore_SaysWhatWouldRunAndMakesNothing()
    {
        string data = _folder.File("data");

        Assert.Equal(ExitCode.Done, await _console.RunAsync("validate", _file, "--data", data));

        Golden.Matches("validate.txt", _console.Output);
        Assert.False(Directory.Exists(data));
        Assert.Empty(_console.Sessions.Requests);
    }

    [Fact]
    public async Task Validate_Json_IsTheGoldenText()
    {
        Assert.Equal(ExitCode.Done, await _console.RunAsync("validate", _file, "--json", "--data", _folder.File("data")));

        Golden.Matches("validate.json", _console.Output);
    }

    [Fact]
    public async Task Validate_RowsThatFollowEachOther_ShowsTheirSeriesAndWhatIsOdd()
    {
        string rows = string.Join('\n', Enumerable.Range(0, 60).Select(row => $"{new DateOnly(2024, 1, 1).AddDays(row < 50 ? row / 2 : 500 + (row / 2)):yyyy-MM-dd},{(row % 2 == 0 ? "up" : "down")},{row * 7 % 11}.5"));
        _folder.File("prices.csv", $"day,ticker,x\n{rows}\n");
        string file = _folder.File("prices.json", """{ "name": "prices", "dataset": "prices.csv", "sequence": { "by": "day", "group": "ticker", "window": 5 } }""");
        string plain = _folder.File("plain.json", """{ "name": "prices", "dataset": "prices.csv", "holdout": 0.2 }""");

        Assert.Equal(ExitCode.Done, await _console.RunAsync("validate", file, "--data", _folder.File("data")));
        string said = string.Join(' ', _console.Output.Split((char[])['\n', ' '], StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("sequence by day, 2 series told apart by ticker, window 5", said, StringComparison.Ordinal);
        Assert.Contains("sequence up: 30 rows from 2024-01-01 to 2025-06-13, a step is 1 days as a rule, at most 501 (after 2024-01-25)", said, StringComparison.Ordinal);
        Assert.Contains("There is a long gap in 2 of 2 series: 501 days after 2024-01-25", said, StringComparison.Ordinal);

        Assert.Equal(ExitCode.Done, await _console.RunAsync("validate", plain, "--json", "--data", _folder.File("data")));
        using JsonDocument document = JsonDocument.Parse(_console.Output[_console.Output.IndexOf('{', StringComparison.Ordinal)..]);
        Assert.False(document.RootElement.TryGetProperty("sequence", out _));
    }

    // The lists' product has more cells than can be counted.
    private const string Racing = """
        {
          "name": "racing", "dataset": "table.csv",
          "space": {
            "latentDim": { "min": 1, "max": 100 }, "generatorLearningRate": { "min": 0.0003, "max": 0.01, "scale": "log" },
            "loss": ["minimax", "nonSaturating", "leastSquares"], "dropout": [LIST], "emaDecay": [LIST], "beta1": [LIST], "beta2": [LIST], "labelSmoothing": [LIST]
          },
          "strategy": { "kind": "tpe", "configurations": 60, "cohort": 6 },
          "racing": { "seeds": [1, 3, 9], "keep": 0.34 },
          "stop": { "total": 0.25, "cohortsWithoutImprovement": 5 },
          "confirm": { "top": 3, "seeds": 10 }
        }
        """;

    [Fact]
    public async Task Validate_Search_SaysWhatItWillDo()
    {
        string file = _folder.File("racing.json", Racing.Replace("LIST", string.Join(", ", Enumerable.Range(0, 150).Select(i => $"0.{i + 100}")), StringComparison.Ordinal));

        Assert.Equal(ExitCode.Done, await _console.RunAsync("validate", file, "--data", _folder.File("data")));

        Golden.Matches("validate-search.txt", _console.Output);
    }

    [Fact]
    public async Task Validate_SearchAsJson_HasItsStrategyAndPlan()
    {
        string file = _folder.File("racing.json", Racing.Replace("LIST", "0.5", StringComparison.Ordinal));

        Assert.Equal(ExitCode.Done, await _console.RunAsync("validate", file, "--json", "--data", _folder.File("data")));

        JsonElement root = JsonDocument.Parse(_console.Output).RootElement;
        Assert.Equal(60 + (20 * 2) + (6 * 6) + (3 * 10), root.GetProperty("runs").GetInt32());
        Assert.Equal("""{"kind":"tpe","configurations":60,"cohort":6}""", root.GetProperty("strategy").GetRawText());
        Assert.Equal(
            """
            {"configurations":60,"enqueued":0,"rungs":[{"configurations":60,"seeds":1,"share":1},{"configurations":20,"seeds":3,"share":1},{"configurations":6,"seeds":9,"share":1}],"cohort":6,"stop":{"total":0.25,"cohortsWithoutImprovement":5},"confirm":{"top":3,"seeds":10}}
            """,
            JsonSerializer.Serialize(root.GetProperty("search")));
    }

    [Theory]
    [InlineData(
        """ "replicates": 2, "halving": { "shares": [0.111, 1] } """,
        "runs at most 16 ", "strategy grid trains every combination: 6 configurations, in cohorts of 8 ", "rung 1 6 configurations, 11.1 % of the steps, 2 seeds each rung 2 the best 2, all steps, 2 seeds each ")]
    [InlineData(
        """ "replicates": 2, "strategy": { "kind": "sobol", "configurations": 5 }, "enqueue": [{ "latentDim": 3, "loss": "minimax" }] """,
        "runs 10: 5 configurations × 2 replicates ", "strategy sobol spreads them evenly: 5 configurations, those of \"enqueue\" (1) first ", "loss minimax, nonSaturating latentDim 2, 3, 4 ")]
    [InlineData(
        """ "confirm": { "top": 1, "seeds": 4 } """,
        "runs at most 10 ", "cohorts of 8 confirms the best one under 4 fresh seeds ", "stored sweep is new; at least 0 results there, at most 10 to train ")]
    public async Task Validate_OtherSearches_SayWhatTheyWillDo(string search, params string[] said)
    {
        string file = _folder.File("s.json", $$"""{ "name": "t", "dataset": "table.csv", "space": { "loss": ["minimax", "nonSaturating"], "latentDim": [2, 3, 4] }, {{search}} }""");

        Assert.Equal(ExitCode.Done, await _console.RunAsync("validate", file, "--data", _folder.File("data")));

        string output = string.Join(' ', _console.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.All(said, part => Assert.Contains(part, output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Validate_AlternativesOfASearch_AreCountedByTheirKeys()
    {
        string file = _folder.File("s.json", """
            {
              "name": "t", "dataset": "table.csv", "strategy": { "kind": "random", "configurations": 5 },
              "space": [ { "model": ["gan"], "latentDim": { "min": 2, "max": 64 }, "loss": ["minimax", "nonSaturating"] }, { "model": ["flow"] } ]
            }
            """);

        Assert.Equal(ExitCode.Done, await _console.RunAsync("validate", file, "--data", _folder.File("data")));

        Assert.Matches("gan +2 keys *\n", _console.Output);
        Assert.Matches("flow +1 configuration *\n", _console.Output);
    }

    [Theory]
    [InlineData("""["log"]""", "$.space.transform: no value of it can be trained on this table: Column \"a b\" has -1")]
    [InlineData("""["log", "standard"]""", null)]
    public async Task Validate_TransformThatDoesNotTakeTheTable_IsSaidBeforeTraining(string transforms, string? refusal)
    {
        _folder.File("table.csv", "\"a b\",n\n-1,1\n3,2\n4,9007199254740993\n");
        string file = _folder.File("s.json", $$"""{ "name": "t", "dataset": "table.csv", "space": { "transform": {{transforms}}, "loss": ["minimax", "leastSquares"] } }""");

        ExitCode code = await _console.RunAsync("validate", file, "--data", _folder.File("data"));

        Assert.Equal(refusal is null ? ExitCode.Done : ExitCode.WrongInput, code);
        Assert.Contains(refusal ?? "", _console.Error);
        if (refusal is null)
        {
            Assert.Contains("2 columns (\"a b\", n)", _console.Output);
            string output = string.Join(' ', _console.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            Assert.Contains("transform log cannot be trained on this table: Column \"a b\" has -1 in data row 1", output);
            Assert.Contains("Its 2 runs of 4 will fail.", output);
            Assert.Contains("9007199254740993 becomes 9007199254740992", output);
        }
    }

    // What is learnt is not what stands in the table: times of the day, distances.
    [Theory]
    [InlineData("a,b\n1,2\n3,3\n4,5\n", """, "rules": [{ "lowOrEqual": ["a", "b"] }]""", "Column \"b\" (its distance from \"a\") has 0 in data row 2; transform \"log\"")]
    [InlineData("d,b\n2024-03-01 00:00:00,2\n2024-03-02 10:00:00,3\n2024-03-04 08:00:00,5\n", "", "Column \"d\" (its time of the day in seconds) has 0 in data row 1; transform \"log\"")]
    public async Task Validate_TransformThatDoesNotTakeWhatIsLearnt_IsSaidBeforeTraining(string table, string rules, string refusal)
    {
        _folder.File("table.csv", table);
        string file = _folder.File("s.json", $$"""{ "name": "t", "dataset": "table.csv", "space": { "transform": ["log"] }{{rules}} }""");

        Assert.Equal(ExitCode.WrongInput, await _console.RunAsync("validate", file, "--data", _folder.File("data")));

        Assert.Contains("$.space.transform: no value of it can be trained on this table: " + refusal, _console.Error);
    }

    [Fact]
    public async Task Validate_WideTable_NamesTheFirstColumns()
    {
        string header = string.Join(',', Enumerable.Range(0, 1846).Select(column => $"c{column}"));
        string row = string.Join(',', Enumerable.Range(0, 1846));
        _folder.File("table.csv", $"{header}\n{row}\n{row}\n");

        Assert.Equal(ExitCode.Done, await _console.RunAsync("validate", _folder.File("s.json", """{ "name": "t", "dataset": "table.csv" }"""), "--data", _folder.File("data")));

        Assert.Contains("c11, … 1,834 more)", _console.Output);
    }

    [Fact]
    public async Task Validate_FolderInUse_SaysSoAndGoesOn()
    {
        string data = _folder.File("data");
        await using ISweepStore owner = await Stores.Kinds.OpenAsync(
            new StoreOptions { Folder = data }, TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.Done, await _console.RunAsync("validate", _file, "--json", "--data", data));

        Assert.Contains($"in use by process {Environment.ProcessId}", _console.Error);
        Assert.Equal(JsonValueKind.Null, JsonDocument.Parse(_console.Output).RootElement.GetProperty("stored").ValueKind);
    }

    [Fact]
    public async Task Validate_WrongTable_NamesFileRowAndColumn()
    {
        _folder.File("table.csv", "a,b\n1,2\n3,4,five\n");

        Assert.Equal(ExitCode.WrongInput, await _console.RunAsync("validate", _file));

        Assert.Contains("table.csv", _console.Error);
        Assert.Contains("line 3 has 3 cells", _console.Error);
    }

    [Fact]
    public async Task Validate_ASweepJsonWithColumnsOnTheLine_SaysWhereTheyBelong()
    {
        string sweep = _folder.File("sweep.json", """{ "name": "p", "dataset": "table.csv" }""");

        Assert.Equal(ExitCode.WrongInput, await _console.RunAsync("validate", sweep, "--column", "a=drop"));

        Assert.Contains("\"a\": \"drop\"", _console.Error, StringComparison.Ordinal);
        Assert.Contains("what its table is belongs into it. Instead of --column and --csv, put there", _console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_NotUtf8_NamesTheByte()
    {
        await File.WriteAllBytesAsync(_file, [(byte)'{', 0xFF], TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.WrongInput, await _console.RunAsync("validate", _file));

        Assert.Contains("is not UTF-8 text: byte 1 is 0xFF", _console.Error);
    }
}

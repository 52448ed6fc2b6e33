using System.Text.Json;
using GanSweep.Client.Errors;
using GanSweep.Client.Tests.Fakes;

namespace GanSweep.Client.Tests.Verbs;

public sealed class ScoreTests : IDisposable
{
    private readonly ConsoleRun _console = new();
    private readonly TemporaryFolder _folder = new();
    private readonly string _real;

    public ScoreTests()
    {
        _real = _folder.File("real.csv", "a,b\n1,20\n2,50\n3,10\n4,30\n");
    }

    public void Dispose()
    {
        _console.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Score_TheSameTableInOtherColumnOrder_ScoresZero()
    {
        string synthetic = _folder.File("synthetic.csv", "b,a\n20,1\n50,2\n10,3\n30,4\n");

        Assert.Equal(ExitCode.Done, await _console.RunAsync("score", _real, synthetic, "--json"));

        JsonElement document = JsonDocument.Parse(_console.Output).RootElement;
        Assert.Equal(0, document.GetProperty("scores").GetProperty("total").GetDouble());
        Assert.Equal(1, document.GetProperty("secondSample").GetProperty("total").GetDouble(), 12);
        Assert.Equal(["a", "b"], document.GetProperty("perColumn").EnumerateObject().Select(column => column.Name));
    }

    [Fact]
    public async Task Score_OtherColumns_SaysWhichAndExitsWith2()
    {
        string synthetic = _folder.File("synthetic.csv", "a,c\n1,20\n2,50\n");

        Assert.Equal(ExitCode.WrongInput, await _console.RunAsync("score", _real, synthetic));

        Assert.Contains("missing: b; not in the real table: c.", _console.Error);
    }

    [Fact]
    public async Task Score_RealTables_IsTheGoldenTable()
    {
        string data = Path.Combine(AppContext.BaseDirectory, "data");
        string real = Path.Combine(data, "eu-stock-losses.csv");

        Assert.Equal(ExitCode.Done, await _console.RunAsync("score", real, Path.Combine(data, "eu-stock-returns.csv")));

        Golden.Matches("score.txt", _console.Output);
    }

    [Fact]
    public async Task Score_MixedTables_ShowsNumbersAndWordsInTablesOfTheirOwn()
    {
        (string real, string synthetic) = MixedFiles();

        Assert.Equal(ExitCode.Done, await _console.RunAsync("score", real, synthetic));

        string text = _console.Output;
        Assert.Matches("mean +std +js +wasserstein +shape +missing", text);
        Assert.Matches("levels +js +coverage +novel +tv +missing", text);
        Assert.Contains(
            "Lower is better, but for ksComplement, quality, levelCoverage, tvComplement and contingencySimilarity.",
            string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }

    [Fact]
    public async Task Score_MixedTables_HasTheScoresOfEachKindInJson()
    {
        (string real, string synthetic) = MixedFiles();

        Assert.Equal(ExitCode.Done, await _console.RunAsync("score", real, synthetic, "--json"));

        JsonElement columns = JsonDocument.Parse(_console.Output).RootElement.GetProperty("perColumn");
        Assert.Equal(
            ["meanGap", "stdGap", "js", "ksComplement", "wasserstein1", "q01", "q99", "missingGap"],
            columns.GetProperty("size").EnumerateObject().Select(score => score.Name));
        JsonElement word = columns.GetProperty("word");
        Assert.Equal(
            ["categoryGap", "js", "levelCoverage", "novelLevels", "tvComplement", "missingGap"], word.EnumerateObject().Select(score => score.Name));
        Assert.Equal(0.5, word.GetProperty("levelCoverage").GetDouble());
        Assert.Equal(0.25, word.GetProperty("novelLevels").GetDouble());
    }

    [Fact]
    public async Task Score_WhatIsSaidOfTheRealTable_IsSaidOfTheOthers()
    {
        string rows = string.Concat(Enumerable.Range(1, 30).Select(row => $"{(row % 5 == 0 ? "-200" : $"{row * 1.5}")},{row % 7}\n"));
        string real = _folder.File("real.csv", rows);
        string synthetic = _folder.File("synthetic.csv", rows);
        string holdout = _folder.File("holdout.csv", rows);

        Assert.Equal(ExitCode.Done, await _console.RunAsync("score", real, synthetic, "--holdout", holdout, "--csv", "missing=-200", "--csv", "header=false", "--json"));

        JsonElement scores = JsonDocument.Parse(_console.Output).RootElement.GetProperty("scores");
        Assert.Equal(0, scores.GetProperty("missingGap").GetDouble());
        Assert.Equal(0, scores.GetProperty("meanGap").GetDouble(), 1e-12);
    }

    [Fact]
    public async Task Score_ATableWithAWordThatTheRealOneLacks_CountsIt()
    {
        string real = _folder.File("real.csv", "id,city,amount\n" + string.Concat(Enumerable.Range(1, 30).Select(row => $"{row},{(row % 2 == 0 ? "Ulm" : "Bonn")},{row * 1.5}\n")));
        string synthetic = _folder.File("synthetic.csv", "amount,city\n" + string.Concat(Enumerable.Range(1, 30).Select(row => $"{row * 1.4},{(row % 10 == 0 ? "Oz" : row % 2 == 0 ? "Ulm" : "Bonn")}\n")));

        Assert.Equal(ExitCode.Done, await _console.RunAsync("score", real, synthetic, "--json"));

        JsonElement scores = JsonDocument.Parse(_console.Output).RootElement.GetProperty("scores");
        Assert.Equal(0.1, scores.GetProperty("novelLevels").GetDouble(), 1e-12);
        Assert.Equal(0.1, scores.GetProperty("categoryGap").GetDouble(), 1e-12);
    }

    [Fact]
    public async Task Score_WithHeldOutRows_HasTheScoresOfPrivacyAndTheirNulls()
    {
        string[] lines = await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "data", "eu-stock-losses.csv"), TestContext.Current.CancellationToken);
        string training = _folder.File("training.csv", string.Join('\n', lines.Where((_, i) => i % 5 != 1)));
        string heldOut = _folder.File("held-out.csv", string.Join('\n', lines.Where((_, i) => i == 0 || i % 5 == 1)));

        Assert.Equal(ExitCode.Done, await _console.RunAsync("score", training, training, "--holdout", heldOut, "--json"));

        JsonElement document = JsonDocument.Parse(_console.Output).RootElement;
        JsonElement scores = document.GetProperty("scores");
        Assert.Equal(1, scores.GetProperty("exactCopies").GetDouble());
        JsonElement unseen = document.GetProperty("unseen").GetProperty("closerToTraining");
        Assert.True(scores.GetProperty("closerToTraining").GetDouble() > unseen.GetProperty("high").GetDouble());
        Assert.InRange(unseen.GetProperty("mean").GetDouble(), 0.45, 0.55);
        Assert.Equal(["columnBootstrap", "gaussianCopula", "smote", "cart", "dpCopula", "noisyCopies"], document.GetProperty("baselines").EnumerateArray().Select(one => one.GetProperty("name").GetString()));
        JsonElement guaranteed = Assert.Single(document.GetProperty("baselines").EnumerateArray(), one => one.TryGetProperty("epsilon", out _));
        Assert.Equal(("dpCopula", 3, 1e-5), (guaranteed.GetProperty("name").GetString(), guaranteed.GetProperty("epsilon").GetDouble(), guaranteed.GetProperty("delta").GetDouble()));
        Assert.Equal(["real", "synthetic"], document.GetProperty("perColumn").GetProperty("DAX").GetProperty("q99").EnumerateObject().Select(one => one.Name));
    }

    // Half of the real words, and one that no real row has; a number in four is missing.
    private (string Real, string Synthetic) MixedFiles()
    {
        string Rows(params string[] words)
        {
            return "size,word\n" + string.Concat(Enumerable.Range(0, 80).Select(row => $"{(words.Length == 4 && row % 4 == 0 ? "" : row % 13)},{words[row % words.Length]}\n"));
        }

        return (_folder.File("real-mixed.csv", Rows("red", "green")), _folder.File("synthetic-mixed.csv", Rows("red", "red", "red", "blue")));
    }

    [Fact]
    public async Task Score_WithATarget_HasWhatRealRowsAreGoodForBesideIt()
    {
        string[] lines = await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "data", "eu-stock-losses.csv"), TestContext.Current.CancellationToken);
        string training = _folder.File("training.csv", string.Join('\n', lines.Where((_, i) => i % 5 != 1)));
        string heldOut = _folder.File("held-out.csv", string.Join('\n', lines.Where((_, i) => i == 0 || i % 5 == 1)));

        Assert.Equal(ExitCode.Done, await _console.RunAsync("score", training, training, "--holdout", heldOut, "--target", "DAX", "--json"));

        JsonElement document = JsonDocument.Parse(_console.Output).RootElement;
        double utility = document.GetProperty("scores").GetProperty("utility").GetDouble();
        Assert.Equal(document.GetProperty("secondSample").GetProperty("utility").GetDouble(), utility);
        Assert.InRange(utility, 0.05, 1);
        Assert.InRange(document.GetProperty("scores").GetProperty("detectability").GetDouble(), 0, 0.5);
        Assert.InRange(document.GetProperty("unseen").GetProperty("detectability").GetProperty("mean").GetDouble(), 0.45, 0.55);
    }

    [Theory]
    [InlineData("zebra", "--target: the table has no column \"zebra\". Its columns are \"a\", \"b\".")]
    [InlineData("b", "--target: it is told of held-out rows, and there are none. Name a file of them with --holdout.")]
    public async Task Score_WithATargetThatNothingTells_SaysWhyAndExitsWith2(string target, string complaint)
    {
        Assert.Equal(ExitCode.WrongInput, await _console.RunAsync("score", _real, _real, "--target", target));

        Assert.Contains(complaint, _console.Error);
    }

    [Fact]
    public async Task Score_NoSuchFile_ExitsWith2()
    {
        Assert.Equal(ExitCode.WrongInput, await _console.RunAsync("score", _real, _folder.File("none.csv")));

        Assert.Contains("none.csv", _console.Error);
    }
}

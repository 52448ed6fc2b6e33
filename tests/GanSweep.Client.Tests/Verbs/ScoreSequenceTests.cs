using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using GanSweep.Client.Errors;
using GanSweep.Client.Tests.Fakes;
using GanSweep.Documents;
using GanSweep.Evaluation.Holdout;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using GanSweep.Tables;
using GanSweep.Tables.Formats;
using GanSweep.Tables.Sequences;

namespace GanSweep.Client.Tests.Verbs;

/// <summary>Tables of rows that follow each other: two series of seventy days, one after another in the file of the real ones.</summary>
public sealed class ScoreSequenceTests : IDisposable
{
    private const string Header = "day,ticker,x,y";

    private static readonly RowSequence Sequence = new("day", "ticker", 5);
    private static readonly string[] Said = ["--by", "day", "--group", "ticker", "--window", "5", "--json"];
    private static readonly string[] RealRows = [.. Series("up", 70, 1), .. Series("down", 70, 2)];
    private static readonly string[] SyntheticRows = [.. Series("up", 65, 3), .. Series("down", 65, 4)];

    private readonly ConsoleRun _console = new();
    private readonly TemporaryFolder _folder = new();
    private readonly string _real;
    private readonly string _synthetic;

    public ScoreSequenceTests()
    {
        _real = FileOf("real.csv", Header, RealRows);
        _synthetic = FileOf("synthetic.csv", Header, SyntheticRows);
    }

    public void Dispose()
    {
        _console.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Score_RowsThatFollow_HaveTheScoresThatASweepGivesThem()
    {
        JsonElement document = await ScoreAsync([_real, _synthetic, .. Said]);

        Table real = TableOf(Header, RealRows);
        Demand(document, Of(real, HoldoutSplit.Of(real, 0, Sequence), 0, TableOf(Header, SyntheticRows), Sequence));
        Assert.All(Score.All.Where(score => score.NeedsSequence), score => Assert.Equal(!score.NeedsHoldout, document.GetProperty("scores").TryGetProperty(score.Name, out _)));
        Assert.Equal(["ticker", "x", "y"], document.GetProperty("perColumn").EnumerateObject().Select(column => column.Name));
        Assert.Equal(
            ["columnBootstrap", "gaussianCopula", "smote", "cart", "dpCopula", "noisyCopies", "iid", "stationaryBootstrap", "filteredHistoricalSimulation"],
            document.GetProperty("baselines").EnumerateArray().Select(one => one.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task Score_RowsThatAreNotSorted_AreTakenInTheOrderOfTheColumn()
    {
        string shuffled = FileOf("shuffled.csv", Header, [.. RealRows.Index().OrderBy(row => row.Index * 37 % RealRows.Length).Select(row => row.Item)]);

        Assert.Equal((await ScoreAsync([_real, _synthetic, .. Said])).GetRawText(), (await ScoreAsync([shuffled, _synthetic, .. Said])).GetRawText());
    }

    [Fact]
    public async Task Score_TheLastRowsHeldOut_HaveTheScoresOfASweepThatHoldsThemOut()
    {
        string[] Part(Range rows) => [.. RealRows[..70][rows], .. RealRows[70..][rows]];

        JsonElement document = await ScoreAsync(
            [FileOf("training.csv", Header, Part(..50)), _synthetic, "--holdout", FileOf("held-out.csv", Header, Part(50..)), "--target", "x", .. Said]);

        Table real = TableOf(Header, RealRows);
        double share = 40 / 140.0;
        Demand(document, Of(real, HoldoutSplit.Of(real, share, Sequence), share, TableOf(Header, SyntheticRows), Sequence, "x"));
        Assert.Equal(JsonValueKind.Number, document.GetProperty("scores").GetProperty("utility").ValueKind);
        Assert.Equal(JsonValueKind.Number, document.GetProperty("scores").GetProperty("membership").ValueKind);
        Assert.Equal(JsonValueKind.Number, document.GetProperty("scores").GetProperty("closerWindows").ValueKind);
    }

    [Fact]
    public async Task Score_TheOrderOfTheFile_ScoresEveryColumn()
    {
        JsonElement document = await ScoreAsync([_real, _synthetic, "--by", "row", "--json"]);

        Table real = TableOf(Header, RealRows);
        Demand(document, Of(real, HoldoutSplit.Of(real, 0), 0, TableOf(Header, SyntheticRows), new RowSequence("row")));
        Assert.Equal(["day", "ticker", "x", "y"], document.GetProperty("perColumn").EnumerateObject().Select(column => column.Name));
    }

    [Fact]
    public async Task Score_WithoutTheColumnThatSaysWhen_OrWithAnythingInIt_IsTheSame()
    {
        string expected = (await ScoreAsync([_real, _synthetic, .. Said])).GetRawText();

        string without = FileOf("without.csv", "ticker,x,y", [.. SyntheticRows.Select(row => row[11..])]);
        string vague = FileOf("vague.csv", Header, [.. SyntheticRows.Select((row, number) => $"{(number % 3 == 0 ? "" : "soon")}{row[10..]}")]);
        Assert.Equal(expected, (await ScoreAsync([_real, without, .. Said])).GetRawText());
        Assert.Equal(expected, (await ScoreAsync([_real, vague, .. Said])).GetRawText());
    }

    [Fact]
    public async Task Score_AColumnSeries_KeepsPathsApart()
    {
        // Two paths of each word, which are called the same.
        string[] rows = [.. SyntheticRows.Select((row, number) => $"{(number % 65 < 30 ? "a" : "b")},{row}")];

        JsonElement document = await ScoreAsync([_real, FileOf("paths.csv", $"series,{Header}", rows), .. Said]);

        Table real = TableOf(Header, RealRows);
        Table drawn = TableOf(Header, SyntheticRows);
        TableScorer scorer = new(real, null, null, Sequence);
        Yardsticks yardsticks = YardstickEstimator.Estimate(real, 0, drawn.RowCount, TestContext.Current.CancellationToken, sequence: Sequence);
        SequencedTable paths = new(drawn.WithLevelsOf(real), [30, 35, 30, 35]);
        Demand(document, ScoreDocument.Of(scorer.Score(paths, Score.All).WithTotal(yardsticks.SecondSample), yardsticks, scorer.ScoreColumns(paths.Table)));
        Assert.NotEqual(ScoreOf(await ScoreAsync([_real, _synthetic, .. Said]), "volatilityGap"), ScoreOf(document, "volatilityGap"));
    }

    [Fact]
    public async Task Score_PathsThatAlternateRowByRow_AreTheSamePaths()
    {
        string[] rows = [.. SyntheticRows.Select((row, number) => $"{(number < 65 ? 10 : 9)},{row}")];
        JsonElement apart = await ScoreAsync([_real, FileOf("apart.csv", $"series,{Header}", rows), .. Said]);

        string[] alternating = [.. Enumerable.Range(0, rows.Length).Select(row => rows[(row % 2 * 65) + (row / 2)])];
        JsonElement together = await ScoreAsync([_real, FileOf("together.csv", $"series,{Header}", alternating), .. Said]);

        Assert.Equal(apart.GetRawText(), together.GetRawText());
    }

    [Fact]
    public async Task Score_WhatSampleSeriesWrote_IsReadAsItsPaths()
    {
        (string generator, string paths) = (_folder.File("paths.zip"), _folder.File("paths.csv"));
        await File.WriteAllBytesAsync(generator, Generators.OfPaths(), TestContext.Current.CancellationToken);
        Assert.Equal(ExitCode.Done, await _console.RunAsync("sample", generator, "--rows", "40", "--series", "11", "--out", paths));
        string[] rows = [.. Enumerable.Range(20_000, 60).Select((day, row) => $"{DateOnly.FromDayNumber(719_162 + day):yyyy-MM-dd},{row * row % 31 / 2.0}")];

        JsonElement document = await ScoreAsync([FileOf("sold.csv", "day,sold", rows), paths, "--by", "day", "--window", "5", "--json"]);

        RowSequence sequence = new("day", null, 5);
        Table drawn = TableOf("sold", [.. (await File.ReadAllLinesAsync(paths, TestContext.Current.CancellationToken)).Skip(1).Select(line => line.Split(',')[2])]);
        Scores expected = new TableScorer(TableOf("day,sold", rows), null, null, sequence).Score(new SequencedTable(drawn, [.. Enumerable.Repeat(40, 11)]), Score.All);
        Assert.All(
            Score.All.Where(score => score.NeedsSequence && expected[score] is not null), score => Assert.Equal(expected[score], ScoreOf(document, score.Name)));
        Assert.True(expected[Score.Find("volatilityGap")!] > 0);
        Assert.Equal(["sold"], document.GetProperty("perColumn").EnumerateObject().Select(column => column.Name));
    }

    [Fact]
    public async Task Score_ARealColumnSeries_IsScored_AndPathsAreNumberedBesideIt()
    {
        string[] real = [.. RealRows.Select((row, number) => $"{row},{number % 7}")];
        string[] synthetic = [.. SyntheticRows.Select((row, number) => $"{number / 26},{row},{number % 5}")];

        JsonElement document = await ScoreAsync(
            [FileOf("real-series.csv", $"{Header},series", real), FileOf("paths.csv", $"series',{Header},series", synthetic), "--by", "day", "--window", "5", "--json"]);

        Assert.Equal(["ticker", "x", "y", "series"], document.GetProperty("perColumn").EnumerateObject().Select(column => column.Name));
        Table rows = TableOf("ticker,x,y,series", [.. synthetic.Select(row => string.Join(',', row.Split(',')[2..]))]);
        Table whole = TableOf($"{Header},series", real);
        Scores expected = new TableScorer(whole, null, null, new RowSequence("day", null, 5)).Score(new SequencedTable(rows.WithLevelsOf(whole), [26, 26, 26, 26, 26]), Score.All);
        Assert.Equal(expected[Score.Find("aggregateGap")!], ScoreOf(document, "aggregateGap"));
    }

    [Fact]
    public async Task Score_InText_ShowsTheScoresOfTimeAndWhatPathsAreTooShortFor()
    {
        string paths = FileOf("paths.csv", $"series,{Header}", [.. SyntheticRows.Select((row, number) => $"{number / 13},{row}")]);

        Assert.Equal(ExitCode.Done, await _console.RunAsync(["score", _real, paths, .. Said[..^1]]));

        Assert.Matches(@"volatilityGap +0\.\d+ +0\.\d+ +0\.\d+", _console.Output);
        Assert.Contains("The synthetic paths are too short for drawdownGap: the total is without.", _console.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Score_ASyntheticTableOfTwoRows_HasWhatTheyTell()
    {
        JsonElement document = await ScoreAsync([_real, FileOf("two.csv", Header, [SyntheticRows[0], SyntheticRows[100]]), .. Said]);

        Assert.False(document.GetProperty("scores").TryGetProperty("volatilityGap", out _));
        Assert.Equal(0, ScoreOf(document, "copiedRun"));
    }

    [Theory]
    [InlineData("--group: it is about rows that follow each other, and nothing says that they do. Name the column that they are sorted by with --by COLUMN, or say --by row", "--group", "ticker", "--window", "5")]
    [InlineData("--window: it is about rows that follow each other, and nothing says that they do.", "--window", "5")]
    [InlineData("--window 0 is out of range; 1 to 10,000 is allowed.", "--by", "day", "--window", "0")]
    [InlineData("--by: the table has no column \"dya\"; the nearest is \"day\"; name one or \"row\" for the order of the file.", "--by", "dya")]
    [InlineData("--by: column \"ticker\" holds words, which have no order in time;", "--by", "ticker")]
    [InlineData("--group: column \"x\" holds numbers, and a group is a word; if it names series, say --column \"x\"=category.", "--by", "day", "--group", "x")]
    [InlineData("--group: it is the column that rows are sorted by; name one that tells series apart, or leave --group out.", "--by", "day", "--group", "day")]
    [InlineData("--window: 2 groups of 2 in column \"ticker\" have too few rows,", "--by", "day", "--group", "ticker", "--window", "70")]
    [InlineData("a series needs more rows than the window has, 140: lower --window, or remove short series.", "--by", "row", "--window", "140")]
    [InlineData("--by: column \"y\" is no part of the table, since it is an id or left out; say what it is with --column, or name another", "--by", "y", "--column", "y=id")]
    [InlineData("--target: the column \"day\" is that of --by: it says when rows are and is not scored. Name another, or leave --target out.", "--by", "day", "--target", "day")]
    public async Task Score_RowsThatCannotFollowEachOther_SaysWhyAndExitsWith2(string complaint, params string[] options)
    {
        Assert.Equal(ExitCode.WrongInput, await _console.RunAsync(["score", _real, _synthetic, .. options]));

        Assert.Contains(complaint, Words(_console.Error), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Score_TwoColumnsThatThereAreNot_SaysBoth()
    {
        Assert.Equal(ExitCode.WrongInput, await _console.RunAsync("score", _real, _synthetic, "--by", "no", "--group", "none"));

        Assert.Contains("--by: the table has no column \"no\"", _console.Error, StringComparison.Ordinal);
        Assert.Contains("--group: the table has no column \"none\"", _console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Score_HeldOutRowsThatAreNowhereInTime_SaysWhichOfTheirFile()
    {
        string heldOut = FileOf("held-out.csv", Header, [SyntheticRows[0], SyntheticRows[1][10..]]);

        Assert.Equal(ExitCode.WrongInput, await _console.RunAsync("score", _real, _synthetic, "--holdout", heldOut, "--by", "day"));

        Assert.Contains("--by: of the held-out rows, column \"day\" lacks 1 cell, the first in data row 2: such rows stand nowhere in time.", Words(_console.Error), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("it lacks 1 cell, and such rows are of no path.", "1,1,,2")]
    [InlineData("it lacks 4 cells, and such rows are of no path.", ",,,")]
    [InlineData("every row is a path of its own, and nothing follows it. Number the paths, not the rows, or leave the column out.", "1,2,3,4")]
    public async Task Score_AColumnSeriesThatTellsNoPaths_SaysWhyAndExitsWith2(string complaint, string series)
    {
        string paths = FileOf("paths.csv", $"series,{Header}", [.. series.Split(',').Zip(SyntheticRows, (number, row) => $"{number},{row}")]);

        Assert.Equal(ExitCode.WrongInput, await _console.RunAsync(["score", _real, paths, .. Said]));

        Assert.Contains($"paths.csv, column series: {complaint}", Words(_console.Error), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Score_AColumnSeriesOfWhichNothingIsSaid_IsNoColumnOfTheRealTable()
    {
        string paths = FileOf("paths.csv", $"series,{Header}", [.. SyntheticRows.Select((row, number) => $"{number / 26},{row}")]);

        Assert.Equal(ExitCode.WrongInput, await _console.RunAsync("score", _real, paths));

        Assert.Contains("not in the real table: series.", _console.Error, StringComparison.Ordinal);
    }

    // Days of a word: what is left of the day before and something new, of which there is now little and now much; y follows x.
    private static IEnumerable<string> Series(string word, int days, int seed)
    {
        Random random = new(seed);
        double x = 0;
        foreach (int day in Enumerable.Range(0, days))
        {
            double before = x;
            x = (0.4 * x) + ((day / 12 % 2 == 0 ? 1 : 3) * (random.NextDouble() - 0.5));
            yield return FormattableString.Invariant($"{DateOnly.FromDayNumber(738_000 + day):yyyy-MM-dd},{word},{x:F4},{before + random.NextDouble():F4}");
        }
    }

    private static Table TableOf(string header, string[] rows)
    {
        return TableReader.Parse(Encoding.UTF8.GetBytes($"{header}\n{string.Join('\n', rows)}\n"), "rows.csv");
    }

    private static ScoreDocument Of(Table real, HoldoutSplit split, double share, Table synthetic, RowSequence sequence, string? target = null)
    {
        Yardsticks yardsticks = YardstickEstimator.Estimate(real, share, synthetic.RowCount, TestContext.Current.CancellationToken, target: target, split: split, sequence: sequence);
        TableScorer scorer = new(real, split, target, sequence);
        Table rows = synthetic.WithLevelsOf(real);
        return ScoreDocument.Of(scorer.Score(rows, yardsticks.SecondSample), yardsticks, scorer.ScoreColumns(rows));
    }

    // Every number, to the bit.
    private static void Demand(JsonElement document, ScoreDocument expected)
    {
        Demand(document.GetProperty("scores"), expected.Scores);
        Demand(document.GetProperty("floor"), expected.Floor);
        Demand(document.GetProperty("secondSample"), expected.SecondSample);
        foreach ((JsonElement baseline, BaselineDocument known) in document.GetProperty("baselines").EnumerateArray().Zip(expected.Baselines))
        {
            Demand(baseline.GetProperty("scores"), known.Scores);
        }

        Assert.Equal(
            expected.Unseen.Select(range => (range.Key, range.Value.Low, range.Value.High)),
            document.GetProperty("unseen").EnumerateObject().Select(range => (range.Name, (double?)range.Value.GetProperty("low").GetDouble(), (double?)range.Value.GetProperty("high").GetDouble())));
    }

    private static void Demand(JsonElement scores, IReadOnlyDictionary<string, double?> expected)
    {
        Assert.Equal(
            expected.Select(score => (score.Key, score.Value)),
            scores.EnumerateObject().Select(score => (score.Name, score.Value.ValueKind == JsonValueKind.Null ? (double?)null : score.Value.GetDouble())));
    }

    private static double ScoreOf(JsonElement document, string name)
    {
        return document.GetProperty("scores").GetProperty(name).GetDouble();
    }

    private static string Words(string text)
    {
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static async Task<JsonElement> ScoreAsync(ImmutableArray<string> arguments)
    {
        using ConsoleRun console = new();
        Assert.True(await console.RunAsync([.. arguments.Insert(0, "score")]) == ExitCode.Done, console.Error);
        return JsonDocument.Parse(console.Output).RootElement;
    }

    private string FileOf(string name, string header, string[] rows)
    {
        return _folder.File(name, $"{header}\n{string.Join('\n', rows)}\n");
    }
}

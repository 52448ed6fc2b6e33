using System.Text.Json;
using GanSweep.Client.Errors;
using GanSweep.Client.Tests.Fakes;

namespace GanSweep.Client.Tests.Verbs;

/// <summary>Attacks on rows that follow each other: 300 days of a path, whose file runs backwards.</summary>
public sealed class AttackSequenceTests : IDisposable
{
    private const string Header = "day,x,y";
    private const int Days = 300;

    private static readonly string[] Rows = [.. Path(Days, 1)];

    private readonly ConsoleRun _console = new();
    private readonly TemporaryFolder _folder = new();
    private readonly string _training;
    private readonly string _holdout;

    public AttackSequenceTests()
    {
        // Of each hundred days the last thirty are held out, and five at either end left out.
        _training = FileOf("training.csv", Header, Backwards(day => day % 100 < 70));
        _holdout = FileOf("holdout.csv", Header, Backwards(day => day % 100 is >= 75 and < 95));
    }

    public void Dispose()
    {
        _console.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Attack_FilesWhoseRowsFollow_TellsWindowsFromOthersAndNamesTheirRows()
    {
        // A path that knows nothing, and then the seventy training days of the second hundred.
        string[] synthetic = [.. Path(400, 7).Select(Columns), .. DaysFrom(70)[..70].Select(Columns)];

        JsonElement document = await AttackAsync(FileOf("synthetic.csv", "x,y", synthetic), "--by", "day", "--window", "5");

        JsonElement windows = document.GetProperty("windows");
        Assert.Equal(5, windows.GetProperty("length").GetInt32());
        Assert.Equal(
            (42, 12, 466), (windows.GetProperty("looked").GetProperty("training").GetInt32(), windows.GetProperty("looked").GetProperty("holdout").GetInt32(), windows.GetProperty("looked").GetProperty("synthetic").GetInt32()));
        Assert.Equal(JsonValueKind.Array, windows.GetProperty("attacks").ValueKind);
        Assert.False(document.GetProperty("membership").TryGetProperty("length", out _));
        Assert.Equal("day", Assert.Single(Header.Split(','), name => !document.GetRawText().Contains($"\"{name}\"", StringComparison.Ordinal)));
        int[][] exposed = [.. windows.GetProperty("exposed").GetProperty("rows").EnumerateArray()
            .Where(record => record.GetProperty("nearest").GetDouble() == 0)
            .Select(record => record.GetProperty("rows").EnumerateArray().Select(row => row.GetInt32()).ToArray())];
        Assert.Equal(14, windows.GetProperty("exposed").GetProperty("rows").EnumerateArray().Count(record => record.GetProperty("nearest").GetDouble() == 0));

        // The file begins with its last day: the second hundred's days stand in rows 140 to 71, and its first five in the last of them.
        Assert.Contains(exposed, rows => rows.SequenceEqual([140, 139, 138, 137, 136]));
        Assert.All(exposed, rows => Assert.Equal([rows[0], rows[0] - 1, rows[0] - 2, rows[0] - 3, rows[0] - 4], rows));
        Assert.Equal([.. Enumerable.Range(71, 70)], exposed.SelectMany(rows => rows).Order());
    }

    [Fact]
    public async Task Attack_InText_HasASecondTableAndSentence()
    {
        Assert.Equal(ExitCode.Done, await RunAsync(FileOf("copies.csv", Header, Rows[..70]), "--by", "day", "--window", "5", "--exposed", "2"));

        string words = Words(_console.Output);
        Assert.Contains("training rows told from others", words, StringComparison.Ordinal);
        Assert.Contains("Windows of 5 rows that follow each other: 42 of training rows and 12 of others, none of which share a row, and 66 synthetic ones that begin at any row.", words, StringComparison.Ordinal);
        Assert.Contains("training windows told from others", words, StringComparison.Ordinal);
        Assert.Contains("random stretches", words, StringComparison.Ordinal);
        Assert.DoesNotContain("random labels ", words.Replace("under random labels, given in stretches of time,", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("An attacker who has other windows of the same source tells training windows from them with an AUC of", words, StringComparison.Ordinal);
        Assert.Contains("It does not show what an attacker gets who has longer stretches, or such as begin at other rows.", words, StringComparison.Ordinal);
        Assert.Matches(@"training windows look more like one than any of 12 others does, by nearest window[^;]*; by chance it would be about \d+\. The most exposed, rows of training\.csv from 1 without its header: \d+ to \d+; \d+ to \d+; --exposed \d+ names all\.", words);
        Assert.DoesNotContain("The others are of times of their own", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Attack_TooFewWindows_SaysSoInWordsAndLeavesThemOut()
    {
        string synthetic = FileOf("synthetic.csv", "x,y", [.. Path(100, 7).Select(Columns)]);

        JsonElement document = await AttackAsync(synthetic, "--by", "day", "--window", "20");
        Assert.False(document.TryGetProperty("windows", out _));
        Assert.Equal(JsonValueKind.Object, document.GetProperty("membership").ValueKind);

        Assert.Equal(ExitCode.Done, await RunAsync(synthetic, "--by", "day", "--window", "20"));
        Assert.Contains(
            "Windows of 20 rows that follow each other: 9 of training rows and 3 of others, none of which share a row, and 81 synthetic ones that begin at any row. "
            + "Of fewer than 10 of any nothing is told: hold more rows out, in longer stretches, or say a shorter window.",
            Words(_console.Output),
            StringComparison.Ordinal);
        Assert.DoesNotContain("training windows told from others", Words(_console.Output), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Attack_WithoutASequence_IsWhatItWas()
    {
        JsonElement document = await AttackAsync(FileOf("synthetic.csv", Header, [.. Path(100, 7)]));

        Assert.False(document.TryGetProperty("windows", out _));
        Assert.Contains("under random labels he gets", document.GetProperty("membership").GetProperty("sentence").GetString(), StringComparison.Ordinal);
        Assert.Contains(document.GetProperty("attacks").EnumerateArray(), attack => attack.GetProperty("secret").GetString() == "day");
    }

    [Fact]
    public async Task Attack_AColumnSeries_KeepsPathsApart()
    {
        string[] paths = [.. Path(100, 7).Select((row, number) => $"{number / 25},{Columns(row)}")];

        JsonElement document = await AttackAsync(FileOf("paths.csv", "series,x,y", paths), "--by", "day", "--window", "5");

        Assert.Equal(4 * 21, document.GetProperty("windows").GetProperty("looked").GetProperty("synthetic").GetInt32());
        Assert.Equal(100, document.GetProperty("rows").GetProperty("synthetic").GetInt32());
    }

    [Fact]
    public async Task Attack_TheLastDaysHeldOut_SaysThatTimesMayBeTold()
    {
        string training = FileOf("first.csv", Header, Rows[..200]);
        string holdout = FileOf("last.csv", Header, Rows[200..]);
        string synthetic = FileOf("synthetic.csv", "x,y", [.. Path(100, 7).Select(Columns)]);

        Assert.Equal(ExitCode.Done, await _console.RunAsync("attack", synthetic, "--training", training, "--holdout", holdout, "--by", "day", "--window", "5", "--json"));

        JsonElement document = JsonDocument.Parse(_console.Output).RootElement;
        Assert.Equal((40, 20), (document.GetProperty("windows").GetProperty("looked").GetProperty("training").GetInt32(), document.GetProperty("windows").GetProperty("looked").GetProperty("holdout").GetInt32()));
        Assert.Contains(document.GetProperty("notes").EnumerateArray(), note => note.GetString()!.StartsWith("The others are of times of their own", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1, 42, 18)]
    [InlineData(3, 42, 13)]
    public async Task Attack_WithASweepInTime_AttacksItsWindowsAndNamesRowsOfItsTable(int blocks, int training, int heldOut)
    {
        FileOf("days.csv", Header, [.. Rows.Reverse()]);
        string sweep = _folder.File("sweep.json", $$"""{ "name": "t", "dataset": "days.csv", "holdout": 0.3, "sequence": { "by": "day", "window": 5, "blocks": {{blocks}} } }""");
        string[] synthetic = [.. Path(400, 7).Select(Columns), .. Rows[10..50].Select(Columns)];

        Assert.Equal(ExitCode.Done, await _console.RunAsync("attack", FileOf("synthetic.csv", "x,y", synthetic), "--sweep", sweep, "--exposed", "100", "--json"));

        JsonElement document = JsonDocument.Parse(_console.Output).RootElement;
        JsonElement windows = document.GetProperty("windows");
        Assert.Equal((training, heldOut), (windows.GetProperty("looked").GetProperty("training").GetInt32(), windows.GetProperty("looked").GetProperty("holdout").GetInt32()));
        int[] copied = [.. windows.GetProperty("exposed").GetProperty("rows").EnumerateArray()
            .Where(record => record.GetProperty("nearest").GetDouble() == 0)
            .SelectMany(record => record.GetProperty("rows").EnumerateArray().Select(row => row.GetInt32()))];

        // The days 11 to 50 stand in the rows 290 to 251 of a file that runs backwards, and one of their eight windows may look like another to the surest attack.
        Assert.Subset(Enumerable.Range(251, 40).ToHashSet(), copied.ToHashSet());
        Assert.InRange(copied.Length, 35, 40);
        Assert.Equal(blocks == 1, document.GetProperty("notes").EnumerateArray().Any(note => note.GetString()!.StartsWith("The others are of times of their own", StringComparison.Ordinal)));
        int[] rows = [.. document.GetProperty("membership").GetProperty("exposed").GetProperty("rows").EnumerateArray().Where(record => record.GetProperty("nearest").GetDouble() == 0).Select(record => record.GetProperty("row").GetInt32())];
        Assert.Subset(Enumerable.Range(251, 40).ToHashSet(), rows.ToHashSet());
    }

    [Fact]
    public async Task Attack_AGeneratorOfPaths_DrawsPaths()
    {
        string generator = _folder.File("paths.zip");
        await File.WriteAllBytesAsync(generator, Generators.OfPaths(), TestContext.Current.CancellationToken);
        string[] Sold(int from, int count) => [.. Enumerable.Range(from, count).Select(day => $"{DateOnly.FromDayNumber(719_162 + 20_000 + day):yyyy-MM-dd},{(day * day % 31) / 2.0}")];
        string training = FileOf("sold.csv", "day,sold", Sold(0, 60));
        string holdout = FileOf("sold-later.csv", "day,sold", [.. Enumerable.Range(60, 60).Select(day => $"{DateOnly.FromDayNumber(739_162 + day):yyyy-MM-dd},{(day * day % 29 / 2.0) + 0.01}")]);

        Assert.Equal(ExitCode.Done, await _console.RunAsync("attack", generator, "--training", training, "--holdout", holdout, "--by", "day", "--window", "5", "--rows", "5000", "--json"));

        JsonElement document = JsonDocument.Parse(_console.Output).RootElement;
        Assert.Equal(5000, document.GetProperty("rows").GetProperty("synthetic").GetInt32());

        // Three paths of at most 2,048 rows: at the end of each no window begins in four rows.
        Assert.Equal(5000 - (3 * 4), document.GetProperty("windows").GetProperty("looked").GetProperty("synthetic").GetInt32());
    }

    [Theory]
    [InlineData("--group: it is about rows that follow each other, and nothing says that they do.", "--group", "x")]
    [InlineData("--window: it is about rows that follow each other, and nothing says that they do.", "--window", "5")]
    [InlineData("--window 0 is out of range; 1 to 10,000 is allowed.", "--by", "day", "--window", "0")]
    [InlineData("--by: the table has no column \"dya\"; the nearest is \"day\"; name one or \"row\" for the order of the file.", "--by", "dya")]
    [InlineData("--group: column \"x\" holds numbers, and a group is a word; if it names series, say --column \"x\"=category.", "--by", "day", "--group", "x")]
    [InlineData("a series needs more rows than the window has, 300: lower --window, or remove short series.", "--by", "row", "--window", "300")]
    [InlineData("--secret: the column \"day\" says when rows are, and attackers do not see it:", "--by", "day", "--secret", "day")]
    [InlineData("--known: the column \"day\" says when rows are, and attackers do not see it:", "--by", "day", "--known", "x", "day")]
    public async Task Attack_RowsThatCannotFollowEachOther_SaysWhyAndExitsWith2(string complaint, params string[] options)
    {
        Assert.Equal(ExitCode.WrongInput, await RunAsync([FileOf("synthetic.csv", Header, Rows[..50]), .. options]));

        Assert.Contains(complaint, Words(_console.Error), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--by", "day")]
    [InlineData("--group", "x")]
    [InlineData("--window", "5")]
    public async Task Attack_ASequenceBesideASweep_SaysThatTheSweepSaysItAndExitsWith2(string option, string value)
    {
        Assert.Equal(ExitCode.WrongInput, await _console.RunAsync("attack", _training, "--sweep", "sweep.json", option, value));

        Assert.Contains($"{option}: with --sweep, the sweep says how rows follow each other,", Words(_console.Error), StringComparison.Ordinal);
    }

    // Days of what is left of the day before and something new.
    private static IEnumerable<string> Path(int days, int seed)
    {
        Random random = new(seed);
        double x = 0;
        foreach (int day in Enumerable.Range(0, days))
        {
            double before = x;
            x = (0.4 * x) + random.NextDouble() - 0.5;
            yield return FormattableString.Invariant($"{DateOnly.FromDayNumber(738_000 + day):yyyy-MM-dd},{x:F6},{before + random.NextDouble():F6}");
        }
    }

    // Those that are trained on, from one of them on.
    private static string[] DaysFrom(int trainingDay)
    {
        return [.. Rows.Where((_, day) => day % 100 < 70).Skip(trainingDay)];
    }

    private static string[] Backwards(Func<int, bool> isMeant)
    {
        return [.. Rows.Where((_, day) => isMeant(day)).Reverse()];
    }

    private static string Columns(string row)
    {
        return row[11..];
    }

    private static string Words(string text)
    {
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private Task<ExitCode> RunAsync(params string[] arguments)
    {
        return _console.RunAsync(["attack", arguments[0], "--training", _training, "--holdout", _holdout, .. arguments[1..]]);
    }

    private async Task<JsonElement> AttackAsync(params string[] arguments)
    {
        using ConsoleRun console = new();
        Assert.True(
            await console.RunAsync(["attack", arguments[0], "--training", _training, "--holdout", _holdout, "--exposed", "100", "--json", .. arguments[1..]]) == ExitCode.Done, console.Error);
        return JsonDocument.Parse(console.Output).RootElement;
    }

    private string FileOf(string name, string header, string[] rows)
    {
        return _folder.File(name, $"{header}\n{string.Join('\n', rows)}\n");
    }
}

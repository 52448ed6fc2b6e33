using System.Globalization;
using GanSweep.Client.Errors;
using GanSweep.Client.Tests.Fakes;
using GanSweep.Tables;
using GanSweep.Tables.Formats;

namespace GanSweep.Client.Tests.Verbs;

public sealed class SampleTests : IDisposable
{
    private readonly ConsoleRun _console = new();
    private readonly TemporaryFolder _folder = new();
    private readonly string _generator;

    public SampleTests()
    {
        _generator = _folder.File("generator.zip");
        File.WriteAllBytes(_generator, Generators.Of(new Table(["b", "a, quoted"], [[1, 2.5, 3], [10, 30.5, 20]])));
    }

    public void Dispose()
    {
        _console.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Sample_StandardOutput_IsACsvOfTheRealColumns()
    {
        Assert.Equal(ExitCode.Done, await _console.RunAsync("sample", _generator, "--rows", "3"));

        string[] lines = _console.Output.Split('\n');
        Assert.Equal("b,\"a, quoted\"", lines[0]);
        Assert.Equal(5, lines.Length);
        Assert.Equal("", _console.Error);
    }

    [Theory]
    [InlineData("1e3", 1000)]
    [InlineData("2,000", 2000)]
    [InlineData("1.5e2", 150)]
    public async Task Sample_RowsAsPeopleWriteThem_AreSoMany(string rows, int lines)
    {
        Assert.Equal(ExitCode.Done, await _console.RunAsync("sample", _generator, "--rows", rows, "--out", _folder.File("rows.csv")));

        Assert.Equal(lines + 1, (await File.ReadAllLinesAsync(_folder.File("rows.csv"), TestContext.Current.CancellationToken)).Length);
        Assert.Contains($"{lines:N0} rows", _console.Error);
    }

    [Fact]
    public async Task Sample_Where_WritesRowsThatAreLikeThatAndSaysOfHowMany()
    {
        string output = _folder.File("rows.csv");

        Assert.Equal(ExitCode.Done, await _console.RunAsync("sample", _generator, "--rows", "40", "--where", "b > 2 and 'a, quoted' <= 20", "--out", output));

        string[] lines = await File.ReadAllLinesAsync(output, TestContext.Current.CancellationToken);
        Assert.Equal(41, lines.Length);
        Assert.All(lines.Skip(1), line => Assert.True(double.Parse(line.Split(',')[0], CultureInfo.InvariantCulture) > 2));
        Assert.Contains("40 rows, of ", _console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sample_Series_WritesSoManyPathsNumberedAndDayByDay()
    {
        (string generator, string output) = (_folder.File("paths.zip"), _folder.File("rows.csv"));
        await File.WriteAllBytesAsync(generator, Generators.OfPaths(), TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.Done, await _console.RunAsync("sample", generator, "--rows", "4", "--series", "3", "--out", output));

        string[][] lines = [.. (await File.ReadAllLinesAsync(output, TestContext.Current.CancellationToken)).Select(line => line.Split(','))];
        Assert.Equal(["series", "day", "sold"], lines[0]);
        Assert.Equal(["1", "1", "1", "1", "2", "2", "2", "2", "3", "3", "3", "3"], lines.Skip(1).Select(cells => cells[0]));
        Assert.Equal(["2024-10-06", "2024-10-07", "2024-10-08", "2024-10-09"], lines.Skip(1).Take(4).Select(cells => cells[1]));
        Assert.Contains("12 rows in 3 series", _console.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("real", null)]
    [InlineData("3", "2020-01-04")]
    public async Task Sample_SeriesAfterRealRows_GoOnFromThem(string start, string? first)
    {
        (string generator, string real, string output) = (_folder.File("paths.zip"), _folder.File("real.csv"), _folder.File("rows.csv"));
        await File.WriteAllBytesAsync(generator, Generators.OfPaths(), TestContext.Current.CancellationToken);
        await File.WriteAllLinesAsync(real, ["sold,day", .. Enumerable.Range(1, 9).Select(day => $"{day},2020-01-0{day}")], TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.Done, await _console.RunAsync("sample", generator, "--rows", "2", "--series", "5", "--start", start, "--table", real, "--out", output));

        string[][] lines = [.. (await File.ReadAllLinesAsync(output, TestContext.Current.CancellationToken)).Select(line => line.Split(','))];
        Assert.Equal(["series", "day", "sold"], lines[0]);
        Assert.Equal(11, lines.Length);
        Assert.All(lines.Skip(1).Where((_, row) => row % 2 == 0), cells => Assert.InRange(cells[1], first ?? "2020-01-06", first ?? "2020-01-10", StringComparer.Ordinal));
    }

    [Fact]
    public async Task Sample_StartThatCannotBe_SaysWhatToDoAndWritesNothing()
    {
        (string generator, string real) = (_folder.File("paths.zip"), _folder.File("real.csv"));
        await File.WriteAllBytesAsync(generator, Generators.OfPaths(), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(real, "day,sold\n2020-01-01,1\n2020-01-02,2\n", TestContext.Current.CancellationToken);
        string[] series = ["--series", "2"];
        string[] table = ["--table", real];
        foreach ((string[] options, string message) in new (string[], string)[]
        {
            ([.. series, "--start", "real"], "a generator's file holds no real rows. Name the table with --table."),
            ([.. series, .. table], "Say --start real, or after which row, or leave --table out."),
            ([.. table, "--start", "real"], "--start is of series. Say how many with --series"),
            ([.. series, .. table, "--start", "0"], "--start is \"0\"; it is model, real, or the number of a row of the real table, from 1."),
            ([.. series, .. table, "--start", "3"], "There is no row 3 after which paths could begin: the table has 2 rows."),
            ([.. series, .. table, "--start", "real"], "No series of the table has the 5 rows that a row hangs on"),
            ([.. series, "--table", _generator, "--start", "real"], "is not CSV"),
        })
        {
            Assert.Equal(ExitCode.WrongInput, await _console.RunAsync(["sample", generator, "--rows", "4", .. options, "--out", _folder.File("rows.csv")]));
            Assert.Contains(message, _console.Error, StringComparison.Ordinal);
        }

        Assert.False(File.Exists(_folder.File("rows.csv")));
        Assert.Equal(ExitCode.WrongInput, await _console.RunAsync(["sample", generator, "--rows", "4", .. series, .. table, "--start", "3"]));
        Assert.Equal("", _console.Output);
    }

    [Fact]
    public async Task Sample_SeriesWithAConditionOrOfSingleRowsOrTooMany_SaysWhatToDoAndWritesNothing()
    {
        string generator = _folder.File("paths.zip");
        await File.WriteAllBytesAsync(generator, Generators.OfPaths(), TestContext.Current.CancellationToken);
        foreach ((string[] line, string message) in new (string[], string)[]
        {
            (["sample", _generator, "--rows", "4", "--series", "3"], "The rows of this generator stand by themselves"),
            (["sample", generator, "--rows", "4", "--series", "3", "--where", "sold > 1"], "Series are whole"),
            (["sample", generator, "--rows", "1e18", "--series", "100"], "more rows than can be counted"),
            (["sample", generator, "--rows", "4", "--series", "0"], "--series 0 is out of range; 1 to 2,147,483,647 is allowed."),
        })
        {
            Assert.Equal(ExitCode.WrongInput, await _console.RunAsync([.. line, "--out", _folder.File("rows.csv")]));
            Assert.Contains(message, _console.Error, StringComparison.Ordinal);
        }

        Assert.False(File.Exists(_folder.File("rows.csv")));
    }

    [Theory]
    [InlineData("b > 1e9", 1, "Of 1,001,472 rows that were drawn, none fits, where 40 are asked for.")]
    [InlineData("c > 1", 2, "There is no column \"c\"; the nearest is \"b\".")]
    [InlineData("b >", 2, "is not a condition: at its end")]
    public async Task Sample_WhereNothingFits_SaysSoAndWritesNothing(string where, int exit, string message)
    {
        Assert.Equal((ExitCode)exit, await _console.RunAsync("sample", _generator, "--rows", "40", "--where", where, "--out", _folder.File("rows.csv")));

        Assert.Contains(message, _console.Error, StringComparison.Ordinal);
        Assert.Equal([_generator], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task Sample_MoreThanTheDiskHolds_IsRefusedBeforeAnythingIsWritten()
    {
        string output = _folder.File("rows.csv");

        Assert.Equal(ExitCode.WrongInput, await _console.RunAsync("sample", _generator, "--rows", "1e15", "--out", output));

        Assert.Contains("1,000,000,000,000,000 rows would take about", _console.Error);
        Assert.Equal([_generator], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task Sample_OverItsGenerator_IsRefusedEvenByForce()
    {
        Assert.Equal(ExitCode.WrongInput, await _console.RunAsync("sample", _generator, "--rows", "3", "--out", _generator, "--force"));

        Assert.Contains("the file that is read", _console.Error);
    }

    [Theory]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("@x")]
    [InlineData("-1+2")]
    [InlineData("+x")]
    public async Task Sample_NameThatASpreadsheetWouldRun_IsEscapedIfAsked(string name)
    {
        await File.WriteAllBytesAsync(_generator, Generators.Of(new Table([name, "b"], [[1, 2.5, 3], [10, 30.5, 20]])), TestContext.Current.CancellationToken);

        await _console.RunAsync("sample", _generator, "--rows", "1");
        await _console.RunAsync("sample", _generator, "--rows", "1", "--safe-csv");

        string[] headers = [.. _console.Output.Split('\n').Where(line => line.EndsWith(",b", StringComparison.Ordinal)).Select(line => line[..^2].Trim('"'))];
        Assert.Equal([name, $"'{name}"], headers);
    }

    [Fact]
    public async Task Sample_WholeNumbersOfAnAccount_HaveNoExponent()
    {
        await File.WriteAllBytesAsync(
            _generator, Generators.Of(new Table(["account", "b"], [[1e18, 2e18, 3e18], [1.5, 2, 4]])), TestContext.Current.CancellationToken);

        await _console.RunAsync("sample", _generator, "--rows", "200");

        Assert.All(_console.Output.TrimEnd().Split('\n').Skip(1), row => Assert.True(long.TryParse(row.Split(',')[0], out _), row));
    }

    [Fact]
    public async Task Sample_SameSeed_HasTheSameFirstRows()
    {
        string few = _folder.File("few.csv");
        string many = _folder.File("many.csv");
        string other = _folder.File("other.csv");

        await _console.RunAsync("sample", _generator, "--rows", "5", "--seed", "3", "--out", few);
        await _console.RunAsync("sample", _generator, "--rows", "5000", "--seed", "3", "--out", many);
        await _console.RunAsync("sample", _generator, "--rows", "5", "--seed", "4", "--out", other);

        CancellationToken token = TestContext.Current.CancellationToken;
        string[] rows = await File.ReadAllLinesAsync(many, token);
        Assert.Equal(5001, rows.Length);
        Assert.Equal(await File.ReadAllLinesAsync(few, token), rows[..6]);
        Assert.NotEqual(await File.ReadAllLinesAsync(other, token), rows[..6]);
    }

    [Fact]
    public async Task Sample_PackedOrParquet_HoldsTheSameRows()
    {
        List<string> hashes = [];
        foreach (string name in (string[])["rows.csv", "rows.csv.gz", "rows.parquet", "ROWS.PARQUET"])
        {
            string file = _folder.File(name);
            Assert.Equal(ExitCode.Done, await _console.RunAsync("sample", _generator, "--rows", "5000", "--seed", "3", "--out", file, "--force"));
            await using FileStream stream = File.OpenRead(file);
            hashes.Add(DatasetHash.Of((await TableReader.ReadAsync(stream, name, quotesCells: true, TestContext.Current.CancellationToken)).Table));
        }

        Assert.Single(hashes.Distinct());
        Assert.True(new FileInfo(_folder.File("rows.csv.gz")).Length < new FileInfo(_folder.File("rows.csv")).Length);
    }

    [Fact]
    public async Task Sample_ThatTakesLong_TellsHowFarItIs()
    {
        await _console.RunAsync("sample", _generator, "--rows", "60000", "--out", _folder.File("rows.csv"));

        Assert.Matches(@"Writing .*rows\.csv: \d+ %, \d+s left", _console.Error);
    }

    [Fact]
    public async Task Sample_NotAGenerator_ExitsWith2AndWritesNothing()
    {
        string broken = _folder.File("broken.zip", "no zip");
        string output = _folder.File("rows.csv");

        Assert.Equal(ExitCode.WrongInput, await _console.RunAsync("sample", broken, "--rows", "3", "--out", output));

        Assert.Contains("broken.zip", _console.Error);
        Assert.False(File.Exists(output));
    }

    [Fact]
    public async Task Sample_NoSuchFile_ExitsWith2AndNamesIt()
    {
        string none = Path.Combine(_folder.File("some.txt", ""), "..", "none.zip");

        Assert.Equal(ExitCode.WrongInput, await _console.RunAsync("sample", none, "--rows", "3"));

        Assert.Contains("There is no file ", _console.Error);
        Assert.Contains("Give the path of a zip that \"download\" or \"run\" wrote.", _console.Error);
    }
}

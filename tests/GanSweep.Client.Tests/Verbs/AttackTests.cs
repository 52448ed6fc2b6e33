using System.IO.Compression;
using System.Text.Json;
using GanSweep.Client.Errors;
using GanSweep.Client.Output;
using GanSweep.Client.Sweeps;
using GanSweep.Client.Tests.Fakes;
using GanSweep.Evaluation.Holdout;
using GanSweep.Tables;
using Spectre.Console.Testing;

namespace GanSweep.Client.Tests.Verbs;

public sealed class AttackTests : IDisposable
{
    private static readonly string Anonymeter = Path.Combine(AppContext.BaseDirectory, "anonymeter");

    private readonly ConsoleRun _console = new();
    private readonly TemporaryFolder _folder = new();
    private readonly string _training;
    private readonly string _holdout;

    public AttackTests()
    {
        _training = _folder.File("training.csv", Rows(60, start: 1));
        _holdout = _folder.File("holdout.csv", Rows(30, start: 1000));
    }

    public void Dispose()
    {
        _console.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Attack_RealTables_IsTheGoldenText()
    {
        Assert.Equal(ExitCode.Done, await _console.RunAsync("attack", Csv("cart"), "--training", Csv("training"), "--holdout", Csv("control")));

        Golden.Matches("attack.txt", _console.Output);
    }

    [Fact]
    public async Task Attack_RealTables_IsTheGoldenDocument()
    {
        Assert.Equal(
            ExitCode.Done,
            await _console.RunAsync(
                "attack", Csv("copies"), "--training", Csv("training"), "--holdout", Csv("control"), "--known", "age", "bmi", "sex", "children", "region", "charges", "--json"));

        Golden.Matches("attack.json", _console.Output);
    }

    [Fact]
    public async Task Attack_AGenerator_IsOnAsManyRowsAsItLearntFrom()
    {
        string generator = _folder.File("generator.zip");
        await File.WriteAllBytesAsync(generator, Generators.Of(new Table(["amount", "age"], [[1, 2.5, 3], [10, 30.5, 20]])), TestContext.Current.CancellationToken);
        string training = _folder.File("numbers.csv", "amount,age\n" + string.Concat(Enumerable.Range(0, 25).Select(row => $"{row * 1.5},{row * row}\n")));
        string holdout = _folder.File("other-numbers.csv", "age,amount\n" + string.Concat(Enumerable.Range(0, 22).Select(row => $"{(row * row) + 3},{row * 1.25}\n")));

        Assert.Equal(ExitCode.Done, await _console.RunAsync("attack", generator, "--training", training, "--holdout", holdout, "--json"));
        Assert.Equal(25, Document().GetProperty("rows").GetProperty("synthetic").GetInt32());

        using ConsoleRun other = new();
        Assert.Equal(ExitCode.Done, await other.RunAsync("attack", generator, "--training", training, "--holdout", holdout, "--rows", "40", "--seed", "2"));
        Assert.Contains("40 synthetic rows, held against 25 training rows and 22 that were not trained on.", other.Output);
    }

    [Fact]
    public async Task Attack_CopiesOfRows_NamesTheMostExposed()
    {
        string copies = await FirstRowsAsync("training", 300);

        Assert.Equal(
            ExitCode.Done, await _console.RunAsync("attack", copies, "--training", copies, "--holdout", await FirstRowsAsync("control", 150), "--secret", "smoker", "--exposed", "3", "--json"));

        JsonElement membership = Document().GetProperty("membership");
        JsonElement exposed = membership.GetProperty("exposed");
        Assert.True(membership.GetProperty("caught").GetBoolean() && membership.GetProperty("conclusive").GetBoolean() && membership.GetProperty("membership").GetProperty("beyondChance").GetBoolean());
        Assert.Equal(3, exposed.GetProperty("rows").GetArrayLength());
        Assert.InRange(exposed.GetProperty("count").GetInt32(), 150, 300);
        Assert.All(exposed.GetProperty("rows").EnumerateArray(), record => Assert.InRange(record.GetProperty("row").GetInt32(), 1, 300));
    }

    [Fact]
    public async Task Attack_NoExposedAskedFor_NamesNone()
    {
        Assert.Equal(ExitCode.Done, await _console.RunAsync("attack", _training, "--training", _training, "--holdout", _holdout, "--exposed", "0"));

        Assert.Contains("60 of 60 training rows look more like one", _console.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("The most exposed", _console.Output, StringComparison.Ordinal);
    }

    // Every row of the table, but none that a fifth was held out of: what is copied is what was trained on.
    [Fact]
    public async Task Attack_WithTheSweep_HoldsOutWhatItHeldOutAndNamesRowsOfItsTable()
    {
        _folder.File("t.csv", Rows(200, start: 1));
        string sweep = _folder.File("sweep.json", """{ "name": "t", "dataset": "t.csv", "holdout": 0.2 }""");
        Table table = (await SweepFile.ReadAsync(sweep, null, new ErrorConsole(new TestConsole()), TimeProvider.System, TestContext.Current.CancellationToken)).Table;
        var split = HoldoutSplit.Of(table, 0.2);
        string[] lines = Rows(200, start: 1).Split('\n');
        string copies = _folder.File("copies.csv", $"{lines[0]}\n" + string.Concat(split.TrainingRows!.Select(row => $"{lines[row + 1]}\n")));

        Assert.Equal(ExitCode.Done, await _console.RunAsync("attack", copies, "--sweep", sweep, "--exposed", "1000", "--json"));

        Assert.Equal((160, 40), (Document().GetProperty("rows").GetProperty("training").GetInt32(), Document().GetProperty("rows").GetProperty("holdout").GetInt32()));
        JsonElement exposed = Document().GetProperty("membership").GetProperty("exposed").GetProperty("rows");
        Assert.Equal(split.TrainingRows!.Select(row => row + 1), exposed.EnumerateArray().Select(record => record.GetProperty("row").GetInt32()).Order());
    }

    [Theory]
    [InlineData("""{ "name": "t", "dataset": "t.csv", "holdout": 0.2 }""", "learnt from another table than that of")]
    [InlineData("""{ "name": "t", "dataset": "t.csv" }""", "holds 0 rows out of training, and attacks need at least 20")]
    [InlineData("""{ "name": "t", "dataset": "t.csv", "holdout": 0.05 }""", "holds 10 rows out of training")]
    public async Task Attack_WithASweepThatDoesNotFit_SaysWhyAndExitsWith2(string json, string complaint)
    {
        _folder.File("t.csv", Rows(200, start: 1));
        string generator = _folder.File("generator.zip");
        await File.WriteAllBytesAsync(generator, Generators.Of(new Table(["amount", "age"], [[1, 2.5, 3], [10, 30.5, 20]])), TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.WrongInput, await _console.RunAsync("attack", generator, "--sweep", _folder.File("sweep.json", json)));

        AssertComplains(complaint);
    }

    [Theory]
    [InlineData]
    [InlineData("--training", "t.csv")]
    [InlineData("--holdout", "t.csv")]
    [InlineData("--sweep", "sweep.json", "--training", "t.csv", "--holdout", "t.csv")]
    public async Task Attack_WithoutRowsOnBothSides_SaysWhatItNeedsAndExitsWith2(params string[] options)
    {
        Assert.Equal(ExitCode.WrongInput, await _console.RunAsync(["attack", _training, .. options]));

        AssertComplains("--training FILE and --holdout FILE, or --sweep FILE");
    }

    [Fact]
    public async Task Attack_APackedTable_IsReadAsATable()
    {
        string packed = _folder.File("synthetic.zip");
        await using (ZipArchive zip = await ZipFile.OpenAsync(packed, ZipArchiveMode.Create, TestContext.Current.CancellationToken))
        {
            await zip.CreateEntryFromFileAsync(_training, "rows.csv", TestContext.Current.CancellationToken);
        }

        Assert.Equal(ExitCode.Done, await _console.RunAsync("attack", packed, "--training", _training, "--holdout", _holdout, "--secret", "word", "--json"));

        JsonElement inference = Document().GetProperty("attacks").EnumerateArray().Single(attack => attack.GetProperty("attack").GetString() == "inference");
        Assert.Equal("word", inference.GetProperty("secret").GetString());
        Assert.Equal(["amount", "day"], inference.GetProperty("known").EnumerateArray().Select(name => name.GetString()));
    }

    [Fact]
    public async Task Attack_ACopyOfTheTrainingRows_IsCaught()
    {
        Assert.Equal(ExitCode.Done, await _console.RunAsync("attack", _training, "--training", _training, "--holdout", _holdout, "--json"));

        JsonElement link = Document().GetProperty("attacks").EnumerateArray().Single(attack => attack.GetProperty("attack").GetString() == "linkability");
        Assert.True(link.GetProperty("risk").GetProperty("low").GetDouble() > 0.5);
        Assert.Equal("tells", link.GetProperty("meaning").GetString());
    }

    [Fact]
    public async Task Attack_WhatIsSaidOfTheTrainingRows_IsSaidOfTheOthers()
    {
        string training = _folder.File("semicolons.csv", Rows(60, start: 1).Replace(',', ';'));
        string holdout = _folder.File("more-semicolons.csv", Rows(30, start: 1000).Replace(',', ';'));

        Assert.Equal(
            ExitCode.Done,
            await _console.RunAsync("attack", training, "--training", training, "--holdout", holdout, "--csv", "delimiter=;", "--column", "word=drop", "--json"));

        Assert.Equal(
            ["amount", "day"],
            Document().GetProperty("attacks").EnumerateArray().Select(attack => attack.GetProperty("secret").GetString()).OfType<string>().Order());
    }

    // Attacks take seconds by this clock.
    [Fact]
    public async Task Attack_ThatTakesLong_TellsHowFarItIs()
    {
        await _console.RunAsync("attack", _training, "--training", _training, "--holdout", _holdout);

        Assert.Matches(@"Attacking: \d+ %, \d+s left", _console.Error);
    }

    [Fact]
    public async Task Attack_OneColumn_SaysWhatWasNotTried()
    {
        string one = _folder.File("one.csv", "amount\n" + string.Concat(Enumerable.Range(0, 30).Select(row => $"{row * 1.5}\n")));
        string other = _folder.File("other.csv", "amount\n" + string.Concat(Enumerable.Range(0, 30).Select(row => $"{100 + (row * 1.5)}\n")));

        Assert.Equal(ExitCode.Done, await _console.RunAsync("attack", one, "--training", one, "--holdout", other));

        Assert.Contains("Linkability takes two known columns", _console.Output);
        Assert.Contains("Inference takes a column that is known and one that is not", _console.Output);
    }

    [Theory]
    [InlineData("--secret: the table has no column \"wrod\"; did you mean \"word\"?", "--secret", "wrod")]
    [InlineData("--known: the table has no column \"zebra\". Its columns are \"amount\", \"day\", \"word\".", "--known", "day", "zebra")]
    [InlineData("--secret: \"day\" is among the --known columns", "--known", "day", "word", "--secret", "day")]
    [InlineData("--rows says how many rows are drawn of a generator", "--rows", "100")]
    [InlineData("--rows 3 is out of range; 20 to 10,000,000 is allowed.", "--rows", "3")]
    public async Task Attack_WrongOptions_SaysWhyAndExitsWith2(string complaint, params string[] options)
    {
        Assert.Equal(ExitCode.WrongInput, await _console.RunAsync(["attack", _training, "--training", _training, "--holdout", _holdout, .. options]));

        AssertComplains(complaint);
    }

    [Fact]
    public async Task Attack_RowsInBothTables_SaysHowManyAndExitsWith2()
    {
        string holdout = _folder.File("overlap.csv", Rows(60, start: 31));

        Assert.Equal(ExitCode.WrongInput, await _console.RunAsync("attack", _training, "--training", _training, "--holdout", holdout));

        AssertComplains("overlap.csv has 30 of its 60 rows in common with");
    }

    [Fact]
    public async Task Attack_FewHeldOutRows_SaysHowManyItTakesAndExitsWith2()
    {
        string holdout = _folder.File("few.csv", Rows(19, start: 1000));

        Assert.Equal(ExitCode.WrongInput, await _console.RunAsync("attack", _training, "--training", _training, "--holdout", holdout));

        AssertComplains("few.csv has 19 rows, and attacks need at least 20");
    }

    [Fact]
    public async Task Attack_SyntheticRowsThatLackAColumn_SaysWhichAndExitsWith2()
    {
        string synthetic = _folder.File("synthetic.csv", "amount,day\n" + string.Concat(Enumerable.Range(1, 30).Select(row => $"{row * 1.5},2024-01-{row:00}\n")));

        Assert.Equal(ExitCode.WrongInput, await _console.RunAsync("attack", synthetic, "--training", _training, "--holdout", _holdout));

        AssertComplains("missing: word.");
    }

    [Fact]
    public async Task Attack_ABrokenGenerator_SaysSoAndExitsWith2()
    {
        string generator = _folder.File("generator.zip");
        byte[] bytes = Generators.Of(new Table(["amount", "age"], [[1, 2.5, 3], [10, 30.5, 20]]));
        await File.WriteAllBytesAsync(generator, bytes[..^40], TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.WrongInput, await _console.RunAsync("attack", generator, "--training", _training, "--holdout", _holdout));

        AssertComplains("is not a generator that can be used");
    }

    [Theory]
    [InlineData("SOURCE")]
    [InlineData("--training")]
    [InlineData("--holdout")]
    public async Task Attack_NoSuchFile_ExitsWith2(string which)
    {
        string none = _folder.File("none.csv");

        Assert.Equal(
            ExitCode.WrongInput,
            await _console.RunAsync(
                "attack", which == "SOURCE" ? none : _training, "--training", which == "--training" ? none : _training, "--holdout", which == "--holdout" ? none : _holdout));

        AssertComplains("none.csv");
    }

    private void AssertComplains(string complaint)
    {
        string error = string.Join(' ', _console.Error.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(complaint, error);
        Assert.DoesNotContain("Unexpected", error);
    }

    private JsonElement Document()
    {
        return JsonDocument.Parse(_console.Output).RootElement;
    }

    private static string Csv(string name)
    {
        return Path.Combine(Anonymeter, $"{name}.csv");
    }

    private async Task<string> FirstRowsAsync(string name, int count)
    {
        string[] lines = await File.ReadAllLinesAsync(Csv(name), TestContext.Current.CancellationToken);
        return _folder.File($"first-{name}.csv", string.Join('\n', lines[..(count + 1)]));
    }

    private static string Rows(int count, int start)
    {
        return "amount,day,word\n" + string.Concat(Enumerable.Range(start, count).Select(row =>
            $"{(row * 7919 % 1009) + 0.5},{new DateOnly(2020, 1, 1).AddDays(row * 31 % 1499):yyyy-MM-dd},{"red green blue".Split(' ')[row % 3]}\n"));
    }
}

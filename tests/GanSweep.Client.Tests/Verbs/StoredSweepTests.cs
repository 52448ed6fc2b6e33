using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using GanSweep.Client.Errors;
using GanSweep.Client.Output;
using GanSweep.Client.Sessions;
using GanSweep.Client.Tests.Fakes;

namespace GanSweep.Client.Tests.Verbs;

/// <summary>Verbs that look into a data folder read its store themselves: here one that version 0.1 wrote, and what that version said of it.</summary>
public sealed class StoredSweepTests : IDisposable
{
    private const string Ended = "kept-7d18d454";
    private const string Waiting = "waiting-8251facd";

    private readonly ConsoleRun _console = new();
    private readonly TemporaryFolder _folder = new();
    private readonly string _store;

    public StoredSweepTests()
    {
        _console.Sessions.Looks = new SweepSessions(new ErrorConsole(_console.ErrorConsole));
        _store = _folder.File("gansweep.db");
        using FileStream packed = File.OpenRead(Kept("gansweep.db.gz"));
        using GZipStream unpacked = new(packed, CompressionMode.Decompress);
        using FileStream data = File.Create(_store);
        unpacked.CopyTo(data);
    }

    public void Dispose()
    {
        _console.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Leaderboard_KeptStore_IsWhatTheVersionBeforeSaid()
    {
        Assert.Equal(ExitCode.Done, await LookAsync("leaderboard", "kept", "--json"));

        await AssertHoldsAsync("leaderboard.json");
    }

    [Fact]
    public async Task Show_KeptStore_IsWhatTheVersionBeforeSaid()
    {
        Assert.Equal(ExitCode.Done, await LookAsync("show", "kept", "1", "--json"));

        await AssertHoldsAsync("show.json");
    }

    [Fact]
    public async Task Show_RunThatWaits_HasItsConfigurationAndNoScores()
    {
        Assert.Equal(ExitCode.Done, await LookAsync("show", Waiting, "3"));

        Assert.Contains($"{Waiting}, run 3: pending", _console.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_RunThatThereIsNot_SaysWhichThereAre()
    {
        Assert.Equal(ExitCode.WrongInput, await LookAsync("show", Waiting, "4"));

        Assert.Contains($"Sweep {Waiting} has no run 4; its runs are 1 to 3.", _console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Download_KeptStore_WritesTheBestGeneratorAndItIsSampled()
    {
        string file = _folder.File("best.zip");
        string rows = _folder.File("rows.csv");

        Assert.Equal(ExitCode.Done, await LookAsync("download", "kept", "--out", file));
        Assert.Equal(ExitCode.Done, await _console.RunAsync("sample", file, "--rows", "5", "--out", rows));

        Assert.Contains("the generator of run 5, total 4.061", _console.Error, StringComparison.Ordinal);
        Assert.Equal(6, (await File.ReadAllLinesAsync(rows, TestContext.Current.CancellationToken)).Length);
    }

    [Fact]
    public async Task Download_GeneratorThatIsNotKept_SaysWhichAre()
    {
        Assert.Equal(ExitCode.WrongInput, await LookAsync("download", "kept", "--run", "2", "--out", _folder.File("two.zip")));

        Assert.Matches("The generator of run 2 of kept-7d18d454 is not kept: only those of the best [0-9]+ completed runs are \\(now 1, 5\\)", _console.Error);
    }

    [Fact]
    public async Task Report_KeptStore_IsWritten()
    {
        string file = _folder.File("report.html");

        Assert.Equal(ExitCode.Done, await LookAsync("report", "kept", "--out", file));

        Assert.Contains(Ended, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("list")]
    [InlineData("leaderboard", "waiting")]
    [InlineData("show", "waiting", "1")]
    [InlineData("download", "kept", "--out", "FOLDER/x.zip")]
    [InlineData("report", "kept", "--out", "FOLDER/x.html")]
    public async Task Looking_ChangesNothingInTheStore(params string[] line)
    {
        byte[] before = SHA256.HashData(await File.ReadAllBytesAsync(_store, TestContext.Current.CancellationToken));
        string folder = Path.GetDirectoryName(_store)!;

        Assert.Equal(ExitCode.Done, await LookAsync([.. line.Select(word => word.Replace("FOLDER", folder, StringComparison.Ordinal))]));

        Assert.Equal(before, SHA256.HashData(await File.ReadAllBytesAsync(_store, TestContext.Current.CancellationToken)));
        Assert.Empty(_console.Sessions.Requests);
    }

    private static string Kept(string file)
    {
        return Path.Combine(AppContext.BaseDirectory, "Kept", file);
    }

    private async Task AssertHoldsAsync(string kept)
    {
        using JsonDocument before = JsonDocument.Parse(await File.ReadAllTextAsync(Kept(kept), TestContext.Current.CancellationToken));
        using JsonDocument now = JsonDocument.Parse(_console.Output);
        AssertHolds("$", before.RootElement, now.RootElement);
    }

    // A version may say more than the one before, such as a new score; what that said stays to the digit.
    private static void AssertHolds(string path, JsonElement before, JsonElement now)
    {
        Assert.True(before.ValueKind == now.ValueKind, $"{path} was {before.ValueKind} and is {now.ValueKind}.");
        switch (before.ValueKind)
        {
            case JsonValueKind.Object:
                Assert.All(before.EnumerateObject(), member =>
                {
                    Assert.True(now.TryGetProperty(member.Name, out JsonElement value), $"{path}.{member.Name} is gone.");
                    AssertHolds($"{path}.{member.Name}", member.Value, value);
                });
                break;

            case JsonValueKind.Array:
                Assert.Equal(before.GetArrayLength(), now.GetArrayLength());
                Assert.All(before.EnumerateArray().Zip(now.EnumerateArray()).Index(), item => AssertHolds($"{path}[{item.Index}]", item.Item.First, item.Item.Second));
                break;

            default:
                Assert.Equal((path, before.GetRawText()), (path, now.GetRawText()));
                break;
        }
    }

    private Task<ExitCode> LookAsync(params string[] line)
    {
        return _console.RunAsync([.. line, "--data", Path.GetDirectoryName(_store)!]);
    }
}

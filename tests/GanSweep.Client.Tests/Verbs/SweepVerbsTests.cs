using System.Text.Json;
using GanSweep.Client.Errors;
using GanSweep.Client.Output;
using GanSweep.Client.Sessions;
using GanSweep.Client.Tests.Fakes;
using GanSweep.Contracts.Sweeps;
using GanSweep.Silo;
using GanSweep.Sweeps.Stores;

namespace GanSweep.Client.Tests.Verbs;

/// <summary>The verbs that look at sweeps or change their state.</summary>
public sealed class SweepVerbsTests : IDisposable
{
    private readonly ConsoleRun _console = new();
    private readonly FakeSweep _sweep;
    private readonly TemporaryFolder _folder = new();

    public SweepVerbsTests()
    {
        _sweep = _console.Grains.Add(new FakeSweep(Boards.Mixed) { Generator = new GeneratorFile(7, [1, 2, 3]) });
    }

    public void Dispose()
    {
        _console.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task List_Sweeps_IsTheGoldenTable()
    {
        Assert.Equal(ExitCode.Done, await _console.RunAsync("list", "--cluster", "localhost:30000"));

        Golden.Matches("list.txt", _console.Output);
        Assert.Equal(1, _console.Sessions.Closed);
    }

    [Fact]
    public async Task List_Json_IsOneDocument()
    {
        Assert.Equal(ExitCode.Done, await _console.RunAsync("list", "--cluster", "localhost:30000", "--json"));

        Assert.Equal(Boards.SweepId, Json().GetProperty("sweeps")[0].GetProperty("sweep").GetString());
    }

    [Fact]
    public async Task List_FolderWithoutStore_IsEmptyAndMakesNothing()
    {
        string data = _folder.File("data");
        LookForReal();

        Assert.Equal(ExitCode.Done, await _console.RunAsync("list", "--data", data));

        Assert.Contains("There are no sweeps here yet.", _console.Output);
        Assert.False(Directory.Exists(data));
    }

    [Fact]
    public async Task List_Folder_IsReadWithoutASession()
    {
        string data = await SaveAsync(("first-1", SweepState.Running), ("second-2", SweepState.Running));

        Assert.Equal(ExitCode.Done, await _console.RunAsync("list", "--data", data, "--json"));

        Assert.Equal(["second-2", "first-1"], Json().GetProperty("sweeps").EnumerateArray().Select(sweep => sweep.GetProperty("sweep").GetString()));
        Assert.Equal("waiting", Json().GetProperty("sweeps")[0].GetProperty("state").GetString());
        Assert.Empty(_console.Sessions.Requests);
    }

    [Fact]
    public async Task List_FolderThatNobodyHolds_SaysThatUnfinishedSweepsWait()
    {
        string data = await SaveAsync(("a-1", SweepState.Completed), ("b-2", SweepState.Paused), ("c-3", SweepState.Running));

        Assert.Equal(ExitCode.Done, await _console.RunAsync("list", "--data", data));

        Assert.Matches(@"c-3 +waiting ", _console.Output);
        Assert.Matches(@"b-2 +paused ", _console.Output);
        Assert.Matches(@"a-1 +completed ", _console.Output);
    }

    [Fact]
    public async Task Leaderboard_FailedRuns_AreAskedForAndShown()
    {
        Assert.Equal(ExitCode.Done, await _console.RunAsync("leaderboard", "eu"));

        Assert.Null(_sweep.AskedTop);
        Assert.Contains("run 3 failed", _console.Output);
    }

    [Fact]
    public async Task Leaderboard_NoFailedRuns_AsksForWhatIsShown()
    {
        _sweep.Board = _sweep.Board with { Summary = _sweep.Board.Summary with { Counts = new SweepCounts(2, 2, 0, 0, 0, 0) } };

        await _console.RunAsync("leaderboard");

        Assert.Equal(20, _sweep.AskedTop);
    }

    [Fact]
    public async Task Leaderboard_Top_HasThatManyRuns()
    {
        await _console.RunAsync("leaderboard", "eu", "--top", "1", "--json");

        Assert.Equal(1, Json().GetProperty("runs").GetArrayLength());
    }

    [Fact]
    public async Task Leaderboard_ByConfiguration_RanksAll()
    {
        await _console.RunAsync("leaderboard", "eu", "--by-config", "--top", "1", "--json");

        Assert.Null(_sweep.AskedTop);
        Assert.Equal(7, Json().GetProperty("configurations")[0].GetProperty("runs")[0].GetInt32());
        Assert.Equal(1, Json().GetProperty("configurations").GetArrayLength());
    }

    [Fact]
    public async Task Show_Run_IsTheGoldenText()
    {
        Assert.Equal(ExitCode.Done, await _console.RunAsync("show", "eu", "7"));

        Golden.Matches("show.txt", _console.Output);
    }

    [Fact]
    public async Task Show_RunThatIsNot_ExitsWith2()
    {
        Assert.Equal(ExitCode.WrongInput, await _console.RunAsync("show", "eu", "99"));
        Assert.Contains("has no run 99", _console.Error);
    }

    [Fact]
    public async Task Show_UnknownSweep_ExitsWith2()
    {
        Assert.Equal(ExitCode.WrongInput, await _console.RunAsync("show", "nope", "1"));
        Assert.Contains($"Nearest: {Boards.SweepId}", _console.Error);
    }

    [Theory]
    [InlineData("pause", SweepState.Paused)]
    [InlineData("resume", SweepState.Running)]
    [InlineData("cancel", SweepState.Cancelled)]
    public async Task Change_Sweep_ChangesItAndTells(string verb, SweepState state)
    {
        Assert.Equal(ExitCode.Done, await _console.RunAsync(verb, "eu", "--cluster", "localhost:30000"));

        Assert.Equal([state], _sweep.Changes);
        Assert.Equal($"{Boards.SweepId}: {state.ToString().ToLowerInvariant()}, 2 of 3 runs done (1 reused), 1 failed\n", _console.Output);
        Assert.Equal("", _console.Error);
    }

    [Theory]
    [InlineData("pause", "paused")]
    [InlineData("resume", "running")]
    [InlineData("cancel", "cancelled")]
    public async Task Change_Json_IsTheSummary(string verb, string state)
    {
        Assert.Equal(ExitCode.Done, await _console.RunAsync(verb, "eu", "--json", "--redis", "localhost:6379"));

        Assert.Equal(state, Json().GetProperty("state").GetString());
        Assert.Equal(3, Json().GetProperty("counts").GetProperty("total").GetInt32());
        Assert.False(Json().TryGetProperty("retried", out _));
    }

    [Fact]
    public async Task Resume_InAFolder_SaysThatNothingTrainsItYet()
    {
        Assert.Equal(ExitCode.Done, await _console.RunAsync("resume", "eu", "--data", "d"));

        Assert.Contains("Nothing trains it yet: 'gansweep run'", _console.Error);
    }

    [Fact]
    public async Task Change_UnknownSweep_ExitsWith2()
    {
        Assert.Equal(ExitCode.WrongInput, await _console.RunAsync("pause", "nope"));

        Assert.Empty(_sweep.Changes);
    }

    [Fact]
    public async Task Retry_FailedRuns_TellsHowMany()
    {
        Assert.Equal(ExitCode.Done, await _console.RunAsync("retry", "eu", "--json"));

        Assert.Equal(1, Json().GetProperty("retried").GetInt32());
    }

    [Fact]
    public async Task Retry_NoFailedRuns_SaysSo()
    {
        _sweep.Board = _sweep.Board with { Summary = _sweep.Board.Summary with { Counts = new SweepCounts(2, 2, 0, 0, 0, 0) } };

        Assert.Equal(ExitCode.Done, await _console.RunAsync("retry", "eu"));

        Assert.StartsWith("No run of it had failed.\n", _console.Output);
    }

    [Fact]
    public async Task Download_Best_WritesTheFileAndTells()
    {
        string file = _folder.File("g.zip");

        Assert.Equal(ExitCode.Done, await _console.RunAsync("download", "eu", "--out", file));
        Assert.Equal(ExitCode.Done, await _console.RunAsync("download", "eu", "--out", file));

        Assert.Equal([1, 2, 3], await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        Assert.Contains("3 bytes: the generator of run 7, total 0.4213", _console.Error);
        Assert.Equal("", _console.Output);
    }

    [Theory]
    [InlineData("download")]
    [InlineData("report")]
    public async Task Out_FileThatGanSweepDidNotWrite_IsReplacedByForceAlone(string verb)
    {
        string file = _folder.File("table.csv", "a,b\n1,2\n");

        Assert.Equal(ExitCode.WrongInput, await _console.RunAsync(verb, "eu", "--out", file));
        Assert.Contains("--force", _console.Error);
        Assert.Equal("a,b\n1,2\n", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));

        if (verb == "download")
        {
            Assert.Equal(ExitCode.Done, await _console.RunAsync(verb, "eu", "--out", file, "--force"));
            Assert.Equal([1, 2, 3], await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task Download_ToStandardOutput_IsTheBytesAlone()
    {
        Assert.Equal(ExitCode.Done, await _console.RunAsync("download", "eu", "--out", "-"));

        Assert.Equal("\u0001\u0002\u0003", _console.Output);
    }

    [Fact]
    public async Task Download_RunThatIsNotKept_ExitsWith2AndWritesNothing()
    {
        string file = _folder.File("g.zip");

        Assert.Equal(ExitCode.WrongInput, await _console.RunAsync("download", "eu", "--run", "2", "--out", file));

        Assert.False(File.Exists(file));
    }

    [Fact]
    public async Task Watch_SweepWithFailedRun_ExitsWith1()
    {
        Assert.Equal(ExitCode.Failed, await _console.RunAsync("watch"));
        Assert.Contains("2 of 3 runs done (1 reused), 1 failed", _console.Error);
    }

    private async Task<string> SaveAsync(params (string Id, SweepState State)[] sweeps)
    {
        string data = _folder.File("data");
        LookForReal();
        await using ISweepStore store = await Stores.Kinds.OpenAsync(
            new StoreOptions { Folder = data }, TestContext.Current.CancellationToken);
        foreach ((string id, SweepState state) in sweeps)
        {
            await store.SaveSweepAsync(new StoredSweep(id, "{}", "hash", state, Boards.SubmittedAt, null, Boards.Mixed.Summary.Counts, 0.5));
        }

        return data;
    }

    private void LookForReal()
    {
        _console.Sessions.Looks = new SweepSessions(new ErrorConsole(_console.ErrorConsole));
    }

    private JsonElement Json()
    {
        return JsonDocument.Parse(_console.Output).RootElement;
    }
}

using System.Text.Json;
using GanSweep.Client.Errors;
using GanSweep.Client.Output;
using GanSweep.Client.Sessions;
using GanSweep.Client.Sweeps;
using GanSweep.Client.Tests.Fakes;
using GanSweep.Contracts.Sweeps;
using GanSweep.Tables;
using GanSweep.Tables.Formats;

namespace GanSweep.Client.Tests.Verbs;

public sealed class RunAndSubmitTests : IAsyncLifetime
{
    private readonly ConsoleRun _console = new();
    private readonly TemporaryFolder _folder = new();
    private readonly string _file;
    private SweepFile _sweepFile = null!;

    public RunAndSubmitTests()
    {
        _folder.File("table.csv", "a,b\n" + string.Concat(Enumerable.Range(0, 20).Select(row => $"{row + 2},{row * row}\n")));
        _file = _folder.File("sweep.json", """{ "name": "tiny", "dataset": "table.csv", "space": { "loss": ["minimax", "leastSquares"] } }""");
    }

    public async ValueTask InitializeAsync()
    {
        _sweepFile = await SweepFile.ReadAsync(_file, null, new ErrorConsole(_console.ErrorConsole), TimeProvider.System, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        _console.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Run_FinishedSweep_WritesResultsAndShowsTheLeaderboard()
    {
        FakeSweep sweep = AddSweep(failed: 0);
        string results = _folder.File("results");

        ExitCode code = await _console.RunAsync("run", _file, "--out", results, "--data", "d", "--slots", "3");

        Assert.Equal(ExitCode.Done, code);
        Assert.Equal([_sweepFile.Submission], sweep.Submissions);
        Assert.Equal(["best-generator.zip", "leaderboard.csv", "leaderboard.json", "report.html"], Directory.GetFiles(results).Select(Path.GetFileName).Order());
        Assert.Contains("second sample", _console.Output);
        SessionRequest request = Assert.Single(_console.Sessions.Requests);
        Assert.Equal(new SessionRequest { DataFolder = "d", Slots = 3, TrainsSweep = _sweepFile.SweepId, MakesFolder = true }, request);
        Assert.Equal(1, _console.Sessions.Closed);
    }

    [Fact]
    public async Task Run_FinishedSweepAgain_LeavesItsReportAndReplacesThatOfAnother()
    {
        AddSweep(failed: 0);
        string results = _folder.File("results");
        string report = Path.Combine(results, "report.html");
        await _console.RunAsync("run", _file, "--out", results);
        DateTime written = File.GetLastWriteTimeUtc(report);

        await _console.RunAsync("run", _file, "--out", results);
        Assert.Equal(written, File.GetLastWriteTimeUtc(report));

        await File.WriteAllTextAsync(report, "<!DOCTYPE html> of another sweep", TestContext.Current.CancellationToken);
        await _console.RunAsync("run", _file, "--out", results);
        Assert.Contains("<svg", await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WithoutABestRun_LeavesNothingOfAnEarlierSweepInItsFolder()
    {
        string results = _folder.File("results");
        FakeSweep sweep = AddSweep(failed: 0);
        await _console.RunAsync("run", _file, "--out", results);
        await File.WriteAllTextAsync(Path.Combine(results, "notes.txt"), "mine", TestContext.Current.CancellationToken);
        sweep.Board = sweep.Board with { Rows = [.. sweep.Board.Rows.Select(row => row with { Rank = null, Scores = null })] };

        Assert.Equal(ExitCode.Done, await _console.RunAsync("run", _file, "--out", results));

        Assert.Equal(["leaderboard.csv", "leaderboard.json", "notes.txt"], Directory.GetFiles(results).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task Run_IntoAFolderWithAFileOfOthers_NeedsForceBeforeItTrains()
    {
        AddSweep(failed: 0);
        string report = _folder.File("report.html", "mine");

        Assert.Equal(ExitCode.WrongInput, await _console.RunAsync("run", _file, "--out", _folder.Path));
        Assert.Equal("mine", await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken));
        Assert.Empty(_console.Sessions.Requests);

        Assert.Equal(ExitCode.Done, await _console.RunAsync("run", _file, "--out", _folder.Path, "--force"));
        Assert.Contains("<svg", await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_BoardThatIsALink_IsWrittenThroughIt()
    {
        AddSweep(failed: 0);
        string link = _folder.File("leaderboard.json");
        File.CreateSymbolicLink(link, _folder.File("elsewhere.json"));

        await _console.RunAsync("run", _file, "--out", _folder.Path);
        await _console.RunAsync("run", _file, "--out", _folder.Path);

        Assert.NotNull(new FileInfo(link).LinkTarget);
        Assert.Contains(_sweepFile.SweepId, await File.ReadAllTextAsync(_folder.File("elsewhere.json"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_FailedRun_ExitsWith1ButWrites()
    {
        AddSweep(failed: 1);

        Assert.Equal(ExitCode.Failed, await _console.RunAsync("run", _file, "--out", _folder.Path, "--json"));

        Assert.True(File.Exists(_folder.File("leaderboard.json")));
        Assert.Equal(_sweepFile.SweepId, JsonDocument.Parse(_console.Output).RootElement.GetProperty("sweep").GetString());
    }

    [Fact]
    public async Task Run_Interrupted_ClosesTheHostAndSaysHowToGoOn()
    {
        FakeSweep sweep = AddSweep(failed: 0);
        using CancellationTokenSource signal = new();
        sweep.Progress.Enqueue(() =>
        {
            signal.Cancel();
            return Boards.Underway();
        });

        ExitCode code = await _console.RunAsync(signal.Token, "run", _file, "--out", _folder.File("results"));

        Assert.Equal(ExitCode.Interrupted, code);
        Assert.Equal(1, _console.Sessions.Closed);
        Assert.Contains($"Go on with the same command: gansweep run {_file} --out", _console.Error);
        Assert.False(Directory.Exists(_folder.File("results")));
    }

    [Fact]
    public async Task Submit_TableTheStoreLacks_IsUploadedInPartsFirst()
    {
        AddSweep(failed: 0);

        Assert.Equal(ExitCode.Done, await _console.RunAsync("submit", _file, "--cluster", "localhost:30000"));

        FakeDataset dataset = _console.Grains.Datasets[_sweepFile.DatasetHash];
        Assert.Equal(CanonicalTable.Write(_sweepFile.Table), dataset.Content);
        Assert.Equal(_sweepFile.SweepId + "\n", _console.Output);
        Assert.Equal("", _console.Error);
    }

    [Fact]
    public async Task Submit_TableTheStoreHas_IsNotUploadedAgain()
    {
        _console.Grains.Add(new FakeSweep(Boards.Empty(_sweepFile.SweepId)));
        await _console.RunAsync("submit", _file, "--cluster", "localhost:30000");

        await _console.RunAsync("submit", _file, "--cluster", "localhost:30000");

        Assert.Single(_console.Grains.Datasets[_sweepFile.DatasetHash].Parts);
    }

    [Fact]
    public async Task Submit_LargeTable_GoesInPartsOfAtMostAMebibyte()
    {
        string rows = string.Concat(Enumerable.Range(0, 300_000).Select(row => $"{row},{row}\n"));
        _folder.File("table.csv", "a,b\n" + rows);

        await _console.RunAsync("submit", _file, "--cluster", "localhost:30000");

        FakeDataset dataset = Assert.Single(_console.Grains.Datasets.Values);
        Assert.True(dataset.Parts.Count > 2);
        Table sent = TableReader.Parse(dataset.Content, "table");
        Assert.Equal(("a", 300_000), (sent.ColumnNames[0], sent.RowCount));
    }

    [Fact]
    public async Task Submit_WithoutCluster_SaysHowToTrainIt()
    {
        _console.Grains.Add(new FakeSweep(Boards.Empty(_sweepFile.SweepId)));

        Assert.Equal(ExitCode.Done, await _console.RunAsync("submit", _file));

        Assert.Null(_console.Sessions.Requests[0].TrainsSweep);
        Assert.Contains($"gansweep run {_file}", _console.Error);
    }

    [Fact]
    public async Task Submit_WatchWithoutCluster_TrainsHere()
    {
        AddSweep(failed: 0);

        Assert.Equal(ExitCode.Done, await _console.RunAsync("submit", _file, "--watch", "--slots", "2"));

        Assert.Equal(_sweepFile.SweepId, _console.Sessions.Requests[0].TrainsSweep);
        Assert.Equal(2, _console.Sessions.Requests[0].Slots);
    }

    [Fact]
    public async Task Submit_WatchOfACluster_TrainsThere()
    {
        AddSweep(failed: 1);

        Assert.Equal(ExitCode.Failed, await _console.RunAsync("submit", _file, "--watch", "--cluster", "localhost:30000"));

        Assert.Null(_console.Sessions.Requests[0].TrainsSweep);
    }

    [Fact]
    public async Task Run_PausedSweep_ResumesItAndSaysSo()
    {
        FakeSweep sweep = AddPausedSweep();

        Assert.Equal(ExitCode.Done, await _console.Time.PassForAsync(_console.RunAsync("run", _file, "--out", _folder.File("results"))));

        Assert.Equal([SweepState.Running], sweep.Changes);
        Assert.Contains("The sweep was paused; it goes on now.", _console.Error);
    }

    [Fact]
    public async Task Submit_WatchOfAPausedSweepInAFolder_ResumesItAndSaysSo()
    {
        FakeSweep sweep = AddPausedSweep();

        Assert.Equal(ExitCode.Done, await _console.Time.PassForAsync(_console.RunAsync("submit", _file, "--watch")));

        Assert.Equal([SweepState.Running], sweep.Changes);
        Assert.Contains("The sweep was paused; it goes on now.", _console.Error);
    }

    [Theory]
    [InlineData("--cluster", "localhost:30000")]
    [InlineData("--data", "d")]
    public async Task Submit_PausedSweep_LeavesItPausedAndSaysHowToGoOn(params string[] where)
    {
        FakeSweep sweep = AddPausedSweep();

        Assert.Equal(ExitCode.Done, await _console.RunAsync(["submit", _file, .. where]));

        Assert.Empty(sweep.Changes);
        Assert.Equal($"The sweep is paused, and stays so. Go on with it: gansweep resume {_sweepFile.SweepId}\n", _console.Error);
    }

    [Fact]
    public async Task Submit_WatchOfAPausedSweepInACluster_LeavesItPausedUntilItIsResumed()
    {
        FakeSweep sweep = AddPausedSweep();

        Assert.Equal(ExitCode.Done, await _console.Time.PassForAsync(
            _console.RunAsync("submit", _file, "--watch", "--cluster", "localhost:30000")));

        Assert.Empty(sweep.Changes);
        Assert.Contains("The sweep is paused. Go on with it: gansweep resume", _console.Error);
    }

    [Fact]
    public async Task Submit_ClusterDoesNotComeBack_SaysThatItIsNotKnownAndExitsWith1()
    {
        FakeSweep sweep = AddSweep(failed: 0);
        for (int i = 0; i < 1000; i++)
        {
            sweep.LostAnswers.Enqueue(new ClusterLostException(new GatewayAddress("localhost", 30000), "the connection broke"));
        }

        Assert.Equal(ExitCode.Failed, await _console.Time.PassForAsync(_console.RunAsync("submit", _file, "--cluster", "localhost:30000")));

        Assert.Contains($"gansweep: Whether sweep {_sweepFile.SweepId} was taken on is not known.", _console.Error);
        Assert.Contains("Give the same command again", _console.Error);
        Assert.Equal("", _console.Output);
    }

    [Fact]
    public async Task Run_WrongSweepFile_SaysAllErrorsAndOpensNothing()
    {
        _folder.File("sweep.json", """{ "name": "tiny", "dataset": "table.csv", "epochz": 1, "keepBest": 0 }""");

        Assert.Equal(ExitCode.WrongInput, await _console.RunAsync("run", _file));

        Assert.Contains("epochz", _console.Error);
        Assert.Contains("keepBest", _console.Error);
        Assert.Empty(_console.Sessions.Requests);
    }

    [Fact]
    public async Task Run_NoSuchFile_NamesIt()
    {
        Assert.Equal(ExitCode.WrongInput, await _console.RunAsync("run", "nowhere.json"));

        Assert.StartsWith("gansweep: There is no file nowhere.json (looked for ", _console.Error);
    }

    // Paused until it is watched for a while; then somebody has resumed it, and it completes.
    private FakeSweep AddPausedSweep()
    {
        FakeSweep sweep = AddSweep(failed: 0, SweepState.Paused);
        sweep.Progress.Enqueue(() => Boards.Underway(state: sweep.Board.Summary.State));
        sweep.Progress.Enqueue(() =>
        {
            sweep.Board = sweep.Board with { Summary = sweep.Board.Summary with { State = SweepState.Completed } };
            return new SweepProgress { Summary = sweep.Board.Summary, Done = 1, Running = [] };
        });
        return sweep;
    }

    private FakeSweep AddSweep(int failed, SweepState state = SweepState.Completed)
    {
        SweepSummary summary = Boards.Summary(_sweepFile.SweepId, state, new SweepCounts(2 + failed, 2, failed, 0, 0, 0), 0.4);
        _console.Grains.Dataset(_sweepFile.DatasetHash).Content = CanonicalTable.Write(_sweepFile.Table);
        return _console.Grains.Add(new FakeSweep(Boards.Mixed with { Summary = summary })
        {
            Generator = new GeneratorFile(7, Generators.Of(_sweepFile.Table)),
            Provenance = Boards.Provenance(_sweepFile.SweepId, _sweepFile.DatasetHash),
        });
    }
}

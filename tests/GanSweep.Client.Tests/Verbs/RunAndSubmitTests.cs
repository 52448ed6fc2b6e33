using System.Text.Json;
using GanSweep.Client.Errors;
using GanSweep.Client.Sessions;
using GanSweep.Client.Sweeps;
using GanSweep.Client.Tests.Fakes;
using GanSweep.Contracts.Sweeps;

namespace GanSweep.Client.Tests.Verbs;

public sealed class RunAndSubmitTests : IDisposable
{
    private readonly ConsoleRun _console = new();
    private readonly TemporaryFolder _folder = new();
    private readonly string _file;
    private readonly SweepFile _sweepFile;

    public RunAndSubmitTests()
    {
        _folder.File("table.csv", "a,b\n1,2\n3,5\n");
        _file = _folder.File("sweep.json", """{ "name": "tiny", "dataset": "table.csv", "space": { "loss": ["minimax", "leastSquares"] } }""");
        _sweepFile = SweepFile.Read(_file);
    }

    public void Dispose()
    {
        _console.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Run_FinishedSweep_WritesResultsAndShowsTheLeaderboard()
    {
        FakeSweep sweep = AddSweep(failed: 0);
        string results = _folder.File("results");

        ExitCode code = await _console.RunAsync("run", _file, "--out", results, "--data", "d", "--slots", "3");

        Assert.Equal(ExitCode.Done, code);
        Assert.Equal(_sweepFile.Submission, sweep.Submission);
        Assert.Equal(["best-generator.zip", "leaderboard.csv", "leaderboard.json"], Directory.GetFiles(results).Select(Path.GetFileName).Order());
        Assert.Contains("second sample", _console.Output);
        SessionRequest request = Assert.Single(_console.Sessions.Requests);
        Assert.Equal(new SessionRequest { DataFolder = "d", Slots = 3, TrainsSweep = _sweepFile.SweepId, MakesFolder = true }, request);
        Assert.Equal(1, _console.Sessions.Closed);
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
        Assert.True(dataset.Committed);
        Assert.Equal(_sweepFile.TableContent, dataset.Content);
        Assert.Equal(_sweepFile.SweepId + "\n", _console.Output);
        Assert.Equal("", _console.Error);
    }

    [Fact]
    public async Task Submit_TableTheStoreHas_IsNotUploadedAgain()
    {
        AddSweep(failed: 0);
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
        Assert.Equal(await File.ReadAllBytesAsync(_folder.File("table.csv"), TestContext.Current.CancellationToken), dataset.Content);
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

        Assert.StartsWith("gansweep: There is no sweep.json at nowhere.json (looked for ", _console.Error);
    }

    private FakeSweep AddSweep(int failed)
    {
        SweepSummary summary = Boards.Summary(_sweepFile.SweepId, SweepState.Completed, new SweepCounts(2 + failed, 2, failed, 0, 0, 0), 0.4);
        return _console.Grains.Add(new FakeSweep(Boards.Mixed with { Summary = summary }) { Generator = new GeneratorFile(7, [1, 2]) });
    }
}

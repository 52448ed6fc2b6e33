using System.Text.Json;
using GanSweep.Client.Errors;
using GanSweep.Client.Sessions;
using GanSweep.Client.Tests.Fakes;
using GanSweep.Contracts.Sweeps;
using GanSweep.Settings.Models;
using GanSweep.Silo;
using GanSweep.Sweeps.Definitions;
using GanSweep.Sweeps.Keys;

namespace GanSweep.Client.Tests.Verbs;

public sealed class ExtendTests : IDisposable
{
    private const string Search = """
        {
          "name": "s", "dataset": "t.csv", // mine
          "strategy": { "kind": "tpe", "configurations": 40, }, /* as many as there was time for */
          "space": { "latentDim": { "min": 1, "max": 40 } }
        }
        """;

    private static readonly string Longer = Search.Replace("40, }", "100, }", StringComparison.Ordinal);

    private readonly ConsoleRun _console = new();
    private readonly string _extended = SweepId.Compute(
        SweepDefinition.Parse(Longer, Models.Catalog), "hash", Models.Engines.OfSweep(SweepDefinition.Parse(Longer, Models.Catalog).Alternatives.Models));

    public void Dispose()
    {
        _console.Dispose();
    }

    [Fact]
    public async Task Extend_Search_SubmitsItsTextWithOneNumberChanged()
    {
        AddSweep(Search);

        Assert.Equal(ExitCode.Done, await _console.RunAsync("extend", "eu", "--configurations", "100", "--cluster", "localhost:30000"));

        Assert.Equal([new SweepSubmission(Longer, "hash")], _console.Grains.Sweep(_extended).Submissions);
        Assert.Equal(_extended + "\n", _console.Output);
        Assert.Contains($"{_extended} tries 100 configurations, as {Boards.SweepId} the first 40.", _console.Error, StringComparison.Ordinal);
        Assert.Equal(2, _console.Sessions.Closed);
        Assert.All(_console.Sessions.Requests, request => Assert.Null(request.TrainsSweep));
    }

    // What it leaves out is what it was when it was submitted, and so is what it goes on with.
    [Theory]
    [InlineData(true, true)]
    [InlineData(false, true)]
    public async Task Extend_ASearchOfAnEarlierVersion_GoesOnWithTheDefaultsOfThen(bool former, bool exact)
    {
        AddSweep(Search, former, exact);
        SweepDefinition then = SweepDefinition.Restore(Longer, Models.Catalog, former ? KeyDefaults.BeforeFitting : KeyDefaults.BeforeMinimumCount);
        string extended = SweepId.Compute(then, "hash", Models.Engines.OfSweep(then.Alternatives.Models));

        Assert.Equal(ExitCode.Done, await _console.RunAsync("extend", "eu", "--configurations", "100", "--cluster", "localhost:30000"));

        Assert.NotEqual(_extended, extended);
        Assert.Equal([new SweepSubmission(Longer, "hash", former, exact)], _console.Grains.Sweep(extended).Submissions);
        Assert.Equal(extended + "\n", _console.Output);
    }

    // Its rule would stop it again where it did.
    [Fact]
    public async Task Extend_ASearchThatStopped_GoesOnWithoutWhatStoppedIt()
    {
        AddSweep(Search.Replace("\"space\"", "\"stop\": { \"cohortsWithoutImprovement\": 2 }, \"space\"", StringComparison.Ordinal), stoppedAfter: 24);
        string longer = Search.Replace("40, }", "30, }", StringComparison.Ordinal).Replace("\"space\"", " \"space\"", StringComparison.Ordinal);
        SweepDefinition definition = SweepDefinition.Parse(longer, Models.Catalog);
        string extended = SweepId.Compute(definition, "hash", Models.Engines.OfSweep(definition.Alternatives.Models));

        Assert.Equal(ExitCode.Done, await _console.RunAsync("extend", "eu", "--configurations", "30", "--cluster", "localhost:30000"));

        Assert.Equal([new SweepSubmission(longer, "hash")], _console.Grains.Sweep(extended).Submissions);
        Assert.Contains($"{Boards.SweepId} stopped by its \"stop\", which would stop it there again: what goes on has none.", _console.Error, StringComparison.Ordinal);
        Assert.Contains($"{extended} tries 30 configurations, as {Boards.SweepId} the first 24.", _console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Extend_InAFolder_SaysThatNothingTrainsItYet()
    {
        AddSweep(Search);

        Assert.Equal(ExitCode.Done, await _console.RunAsync("extend", "eu", "--configurations", "100", "--data", "d", "--json"));

        Assert.Equal(_extended, JsonDocument.Parse(_console.Output).RootElement.GetProperty("sweep").GetString());
        Assert.Contains("The same command with --watch does, or a gansweep-silo on d.", _console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Extend_Watched_TrainsItHereUntilItHasEnded()
    {
        AddSweep(Search);
        FakeSweep extended = _console.Grains.Add(new FakeSweep(Boards.Empty(_extended) with
        {
            Summary = Boards.Summary(_extended, SweepState.Paused, new SweepCounts(100, 40, 0, 0, 60, 40), 0.5),
        }));
        extended.Progress.Enqueue(() => new SweepProgress
        {
            Summary = Boards.Summary(_extended, SweepState.Completed, new SweepCounts(100, 100, 0, 0, 0, 40), 0.4),
            Done = 1,
            Running = [],
        });

        Assert.Equal(ExitCode.Done, await _console.RunAsync("extend", "eu", "--configurations", "100", "--watch", "--slots", "3", "--data", "d"));

        Assert.Equal(new SessionRequest { DataFolder = "d", Slots = 3, TrainsSweep = _extended }, _console.Sessions.Requests[^1]);
        Assert.Equal([SweepState.Running], extended.Changes);
        Assert.Contains("completed, 100 of 100 runs done (40 reused)", _console.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("40")]
    [InlineData("7")]
    public async Task Extend_NotByMore_SaysHowManyThereAre(string configurations)
    {
        AddSweep(Search);

        Assert.Equal(ExitCode.WrongInput, await _console.RunAsync("extend", "eu", "--configurations", configurations));

        Assert.Contains($"{Boards.SweepId} tries 40 configurations already; --configurations must be higher.", _console.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(_extended, _console.Grains.Sweeps.Keys);
    }

    [Fact]
    public async Task Extend_Grid_SaysWhatToDoInstead()
    {
        AddSweep("""{ "name": "s", "dataset": "t.csv", "space": { "latentDim": [1, 2] } }""");

        Assert.Equal(ExitCode.WrongInput, await _console.RunAsync("extend", "eu", "--configurations", "100"));

        Assert.Contains("tries every combination of its space, so there are no more configurations. Add values to \"space\"", _console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Extend_ByMoreThanASweepMayHave_SaysSoAsReadingDoes()
    {
        AddSweep(Search.Replace("\"name\": \"s\"", "\"name\": \"s\", \"replicates\": 500", StringComparison.Ordinal));

        Assert.Equal(ExitCode.WrongInput, await _console.RunAsync("extend", "eu", "--configurations", "100000"));

        Assert.Contains("at most 1,000,000 are allowed", _console.Error, StringComparison.Ordinal);
    }

    private void AddSweep(string json, bool former = false, bool exact = false, int? stoppedAfter = null)
    {
        SweepProvenance provenance = Boards.Provenance(Boards.SweepId, "hash") with { Json = json, HasFormerDefaults = former, HasExactValues = exact, StoppedAfter = stoppedAfter };
        _console.Grains.Add(new FakeSweep(Boards.Mixed) { Provenance = provenance });
    }
}

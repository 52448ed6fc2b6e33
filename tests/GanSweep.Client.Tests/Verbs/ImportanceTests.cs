using System.Text.Json;
using GanSweep.Client.Errors;
using GanSweep.Client.Tests.Fakes;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Sweeps.Wire;

namespace GanSweep.Client.Tests.Verbs;

public sealed class ImportanceTests : IDisposable
{
    private const string Space = """
        { "name": "s", "dataset": "t.csv", "strategy": { "kind": "random", "configurations": 40 }, "space": { "latentDim": { "min": 1, "max": 40 }, "loss": ["minimax", "nonSaturating"] } }
        """;

    private readonly ConsoleRun _console = new();

    public void Dispose()
    {
        _console.Dispose();
    }

    [Fact]
    public async Task Importance_Search_ShowsABarForEachKey()
    {
        AddSweep(Space, runs: 40, failed: 1);

        Assert.Equal(ExitCode.Done, await _console.RunAsync("importance", "eu"));

        Golden.Matches("importance.txt", _console.Output);
    }

    [Fact]
    public async Task Importance_Json_HasTheShareOfEachKey()
    {
        FakeSweep sweep = AddSweep(Space, runs: 40, failed: 0);

        Assert.Equal(ExitCode.Done, await _console.RunAsync("importance", "eu", "--json"));

        Assert.Null(sweep.AskedTop);
        JsonElement root = JsonDocument.Parse(_console.Output).RootElement;
        Assert.Equal((Boards.SweepId, "total"), (root.GetProperty("sweep").GetString(), root.GetProperty("score").GetString()));
        JsonElement only = Assert.Single(root.GetProperty("alternatives").EnumerateArray());
        Assert.Equal(("gan", 40, 0), (only.GetProperty("model").GetString(), only.GetProperty("configurations").GetInt32(), only.GetProperty("worst").GetInt32()));
        Assert.Equal(["latentDim", "loss"], only.GetProperty("keys").EnumerateObject().Select(key => key.Name));
        Assert.Equal(1, only.GetProperty("keys").EnumerateObject().Sum(key => key.Value.GetDouble()), 12);
        Assert.Equal(JsonValueKind.Null, only.GetProperty("reason").ValueKind);
    }

    // The gap of the deviations is the same in all runs.
    [Fact]
    public async Task Importance_OfAScore_LooksAtThat()
    {
        AddSweep(Space, runs: 40, failed: 0);

        Assert.Equal(ExitCode.Done, await _console.RunAsync("importance", "eu", "--score", "stdGap", "--json"));

        JsonElement only = JsonDocument.Parse(_console.Output).RootElement.GetProperty("alternatives")[0];
        Assert.Equal("All of its configurations are equally good.", only.GetProperty("reason").GetString());
        Assert.Empty(only.GetProperty("keys").EnumerateObject());
    }

    [Fact]
    public async Task Importance_TooFewConfigurations_SaysSoPlainly()
    {
        AddSweep(Space, runs: 19, failed: 0);

        Assert.Equal(ExitCode.Done, await _console.RunAsync("importance", "eu"));

        Assert.Contains("19 configurations of it have ended; fewer than 20 tell nothing.", _console.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("%", _console.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Importance_SeveralAlternatives_AreToldApart()
    {
        AddSweep(
            """
            {
              "name": "s", "dataset": "t.csv",
              "space": [ { "model": ["gan"], "latentDim": [LIST], "loss": ["minimax", "nonSaturating"] }, { "model": ["flow"], "solverSteps": [10, 20] } ]
            }
            """.Replace("LIST", string.Join(", ", Enumerable.Range(1, 40)), StringComparison.Ordinal),
            runs: 40,
            failed: 0);

        Assert.Equal((ExitCode.Done, ""), (await _console.RunAsync("importance", "eu"), _console.Error));

        Assert.Contains("gan: by 40 configurations\n", _console.Output, StringComparison.Ordinal);
        Assert.Contains("flow: solverSteps alone varies", _console.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Importance_ScoreThatIsNotRanked_IsRefused()
    {
        Assert.Equal(ExitCode.WrongInput, await _console.RunAsync("importance", "eu", "--score", "closerToTraining"));
    }

    // The length of the latent vector is the run's number, and so is the total.
    private FakeSweep AddSweep(string json, int runs, int failed)
    {
        Leaderboard board = Boards.Mixed with
        {
            VaryingKeys = ["latentDim", "loss"],
            Rows =
            [
                .. Enumerable.Range(1, runs).Select(run => Boards.Row(run, run <= runs - failed ? run : null) with
                {
                    State = run <= runs - failed ? RunState.Completed : RunState.Failed,
                    FailsAlike = run > runs - failed,
                    Scores = run <= runs - failed ? Boards.Scores(1.0 / run, run).ToWire() : null,
                    Configuration = Boards.Configuration($$"""{ "latentDim": {{run}}, "loss": "{{(run % 2 == 0 ? "minimax" : "nonSaturating")}}" }"""),
                }),
            ],
        };
        return _console.Grains.Add(new FakeSweep(board) { Provenance = Boards.Provenance(Boards.SweepId, "a") with { Json = json } });
    }
}

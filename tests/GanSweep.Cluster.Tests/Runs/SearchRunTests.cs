using System.Globalization;
using GanSweep.Cluster.Tests.Processes;

namespace GanSweep.Cluster.Tests.Runs;

/// <summary>A search is the same to the byte whatever trains it: with any number of slots, and however often it is killed.</summary>
public sealed class SearchRunTests
{
    private const string Racing = "\"racing\": { \"seeds\": [1, 2, 4], \"keep\": 0.34 }";
    private const string Halving = "\"halving\": { \"shares\": [0.1, 0.3, 1], \"keep\": 0.34 }";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // Of twelve epochs the beginnings have two and four.
    [Theory]
    [InlineData(2, Racing)]
    [InlineData(12, Halving)]
    public async Task Run_OneTwoFiveAndSixteenSlots_TriesTheSameAndEndsInTheSameBytes(int epochs, string rungs)
    {
        using TemporaryFolder folder = new();
        string sweep = Write(folder, epochs, rungs);
        string[] boards = await Task.WhenAll(((string[])["1", "2"]).Select(slots => RunAsync(folder, sweep, slots, slots)));
        string[] more = await Task.WhenAll(((string[])["5", "16"]).Select(slots => RunAsync(folder, sweep, slots, slots)));

        Assert.Single(boards.Concat(more).Distinct());
        Assert.Contains("\"origin\": \"model\"", boards[0], StringComparison.Ordinal);
        Assert.Contains("\"origin\": \"promoted\"", boards[0], StringComparison.Ordinal);
        Assert.Contains("\"origin\": \"confirmed\"", boards[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(60, Racing)]
    [InlineData(150, Halving)]
    public async Task Run_KilledAgainAndAgain_TriesTheSameAndEndsInTheSameBytes(int epochs, string rungs)
    {
        using TemporaryFolder folder = new();
        string sweep = Write(folder, epochs, rungs);
        string expected = await RunAsync(folder, sweep, "undisturbed", "2");
        int kills = 0;
        while (kills < 5)
        {
            await using ProgramProcess run = Start(folder, sweep, "killed", "3");
            await run.WaitForAsync("running", Cancellation);
            if (await Task.WhenAny(run.ExitAsync(Cancellation), Task.Delay(500 + (400 * kills), Cancellation)) is Task<int>)
            {
                break;
            }

            await run.KillAsync(Cancellation);
            kills++;
        }

        Assert.True(kills > 1, string.Create(CultureInfo.InvariantCulture, $"The sweep was over after {kills} kills."));
        Assert.Equal(expected, await RunAsync(folder, sweep, "killed", "2"));
    }

    private static string Write(TemporaryFolder folder, int epochs, string rungs)
    {
        File.WriteAllLines(folder["losses.csv"], File.ReadLines(Checkout.Table("eu-stock-losses.csv")).Take(101));
        File.WriteAllText(folder["search.json"], $$"""
            {
              "name": "search", "dataset": "losses.csv", "seed": 3, "evaluationRows": 200,
              "config": { "epochs": {{epochs}}, "calibrate": false },
              "strategy": { "kind": "tpe", "configurations": 24, "cohort": 6 },
              "space": [
                { "model": ["gan"], "loss": ["nonSaturating", "minimax"], "generatorLearningRate": { "min": 0.0003, "max": 0.01, "scale": "log" }, "batchSize": { "min": 16, "max": 64, "step": 16 } },
                { "model": ["vae"], "learningRate": { "min": 0.0003, "max": 0.01, "scale": "log" } }
              ],
              {{rungs}}, "confirm": { "top": 2, "seeds": 3 }
            }
            """);
        return folder["search.json"];
    }

    private static async Task<string> RunAsync(TemporaryFolder folder, string sweep, string name, string slots)
    {
        await using ProgramProcess run = Start(folder, sweep, name, slots);
        Assert.True(await run.ExitAsync(Cancellation) == 0, run.Errors);
        return await File.ReadAllTextAsync(Path.Combine(folder[$"{name}-results"], "leaderboard.json"), Cancellation);
    }

    private static ProgramProcess Start(TemporaryFolder folder, string sweep, string name, string slots)
    {
        return ProgramProcess.Client(folder.Path, ["run", sweep, "--data", folder[name], "--out", folder[$"{name}-results"], "--slots", slots]);
    }
}

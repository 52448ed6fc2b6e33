using GanSweep.Cluster.Tests.Processes;

namespace GanSweep.Cluster.Tests.Runs;

/// <summary>A whole sweep in one process, killed and interrupted for real: in the end the files are those of an undisturbed sweep.</summary>
public sealed class InterruptedRunTests
{
    private const string Space = """{ "loss": ["minimax", "wassersteinGp"], "generatorLearningRate": [0.0002, 0.001] }""";
    private const int Epochs = 1000;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_InterruptedAndKilledAgainAndAgain_EndsInTheSameBits()
    {
        using TemporaryFolder folder = new();
        string sweep = folder.WriteSweep("killed", Space, Epochs);
        await RunToTheEndAsync(folder, sweep, "undisturbed");

        await using (ProgramProcess run = Start(folder, sweep, "disturbed"))
        {
            await run.WaitForAsync("2 running", Cancellation);
            run.Interrupt();

            Assert.Equal(130, await run.ExitAsync(Cancellation));
            Assert.Contains("gansweep run", run.Errors, StringComparison.Ordinal);
        }

        int kills = 0;
        for (int delay = 1000; kills < 3; delay += 1000)
        {
            await using ProgramProcess run = Start(folder, sweep, "disturbed", "--slots", "1");
            await run.WaitForAsync("1 running", Cancellation);
            if (await Task.WhenAny(run.ExitAsync(Cancellation), Task.Delay(delay, Cancellation)) is Task<int>)
            {
                break;
            }

            await run.KillAsync(Cancellation);
            kills++;
        }

        Assert.True(kills > 0, "The sweep was over before it could be killed.");
        await RunToTheEndAsync(folder, sweep, "disturbed");

        AssertSameResults(folder["undisturbed-results"], folder["disturbed-results"]);
    }

    private static ProgramProcess Start(TemporaryFolder folder, string sweep, string name, params string[] more)
    {
        return ProgramProcess.Client(
            folder.Path, ["run", sweep, "--data", folder[name], "--out", folder[$"{name}-results"], .. more]);
    }

    private static async Task RunToTheEndAsync(TemporaryFolder folder, string sweep, string name)
    {
        await using ProgramProcess run = Start(folder, sweep, name);
        Assert.True(await run.ExitAsync(Cancellation) == 0, run.Errors);
    }

    private static void AssertSameResults(string expected, string actual)
    {
        foreach (string file in (string[])["leaderboard.json", "leaderboard.csv", "best-generator.zip"])
        {
            Assert.True(
                File.ReadAllBytes(Path.Combine(expected, file)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(actual, file))),
                $"{file} differs from an undisturbed sweep's.");
        }
    }
}

using GanSweep.Cluster.Tests.Processes;

namespace GanSweep.Cluster.Tests.Runs;

/// <summary>Runs are memoised: what was trained once is found, by any sweep on the same store.</summary>
public sealed class RepeatedRunTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_Again_FindsEverythingAndTheSameBits()
    {
        using TemporaryFolder folder = new();
        string sweep = folder.WriteSweep("again", """{ "loss": ["minimax", "nonSaturating"] }""", epochs: 20);
        await RunAsync(folder, sweep);
        byte[] first = await File.ReadAllBytesAsync(Path.Combine(folder["results"], "leaderboard.json"), Cancellation);

        await RunAsync(folder, sweep);

        Assert.Equal(first, await File.ReadAllBytesAsync(Path.Combine(folder["results"], "leaderboard.json"), Cancellation));
    }

    // The first trainings of a process are the ones to watch: what libtorch sets up by thread must not show in their sums.
    [Fact]
    public async Task Run_AnyNumberOfSlots_EndsInTheSameBits()
    {
        using TemporaryFolder folder = new();
        string sweep = folder.WriteSweep("slots", """{ "loss": ["minimax", "nonSaturating", "leastSquares"] }""", epochs: 60);
        await RunAsync(folder, sweep, "--slots", "1");
        byte[] expected = await File.ReadAllBytesAsync(Path.Combine(folder["results"], "leaderboard.json"), Cancellation);
        foreach (string slots in (string[])["1", "3"])
        {
            Directory.Delete(folder["data"], recursive: true);

            await RunAsync(folder, sweep, "--slots", slots);

            Assert.Equal(expected, await File.ReadAllBytesAsync(Path.Combine(folder["results"], "leaderboard.json"), Cancellation));
        }
    }

    private static async Task RunAsync(TemporaryFolder folder, string sweep, params string[] more)
    {
        await using ProgramProcess run = ProgramProcess.Client(
            folder.Path, ["run", sweep, "--data", folder["data"], "--out", folder["results"], .. more]);
        Assert.True(await run.ExitAsync(Cancellation) == 0, run.Errors);
    }
}

using System.Text.Json;
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
    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    [InlineData("3")]
    public async Task Run_AnyNumberOfSlots_EndsInTheSameBits(string slots)
    {
        using TemporaryFolder folder = new();
        string sweep = folder.WriteSweep("slots", """{ "loss": ["minimax", "nonSaturating", "leastSquares"] }""", epochs: 60);
        await RunAsync(folder, sweep, "--slots", "1");
        byte[] expected = await File.ReadAllBytesAsync(Path.Combine(folder["results"], "leaderboard.json"), Cancellation);
        Directory.Delete(folder["data"], recursive: true);

        await RunAsync(folder, sweep, "--slots", slots);

        Assert.Equal(expected, await File.ReadAllBytesAsync(Path.Combine(folder["results"], "leaderboard.json"), Cancellation));
    }

    [Fact]
    public async Task Run_OneValueAdded_TrainsTheNewCellsOnly()
    {
        using TemporaryFolder folder = new();
        await RunAsync(folder, folder.WriteSweep("grid", """{ "loss": ["minimax", "nonSaturating"], "latentDim": [4, 8] }""", epochs: 20));

        JsonElement counts = await RunAsync(
            folder, folder.WriteSweep("grid", """{ "loss": ["minimax", "nonSaturating"], "latentDim": [4, 8, 16] }""", epochs: 20));

        Assert.Equal((6, 6, 4), (Count(counts, "total"), Count(counts, "completed"), Count(counts, "reused")));
    }

    [Fact]
    public async Task Run_OtherSeed_TrainsAnew()
    {
        using TemporaryFolder folder = new();
        string sweep = folder.WriteSweep("seeds", """{ "loss": ["minimax", "nonSaturating"] }""", epochs: 20);
        await RunAsync(folder, sweep);
        await File.WriteAllTextAsync(
            sweep, (await File.ReadAllTextAsync(sweep, Cancellation)).Replace("\"seed\": 3", "\"seed\": 4", StringComparison.Ordinal), Cancellation);

        Assert.Equal(0, Count(await RunAsync(folder, sweep), "reused"));
    }

    [Fact]
    public async Task Run_SubsetWhoseGeneratorsWereNotKept_TrainsTheBestAgainForTheirGenerators()
    {
        using TemporaryFolder folder = new();
        await RunAsync(folder, folder.WriteSweep("all", """{ "latentDim": [2, 4, 8, 16] }""", epochs: 20));

        // Alone, each of these is the best of its own sweep, whether the first sweep kept it or not.
        foreach (int latentDim in (int[])[2, 4, 8, 16])
        {
            await RunAsync(folder, folder.WriteSweep($"one-{latentDim}", $$"""{ "latentDim": [{{latentDim}}] }""", epochs: 20));
            Assert.True(File.Exists(Path.Combine(folder["results"], "best-generator.zip")));
            File.Delete(Path.Combine(folder["results"], "best-generator.zip"));
        }
    }

    private static async Task<JsonElement> RunAsync(TemporaryFolder folder, string sweep, params string[] more)
    {
        await using ProgramProcess run = ProgramProcess.Client(
            folder.Path, ["run", sweep, "--data", folder["data"], "--out", folder["results"], .. more]);
        Assert.True(await run.ExitAsync(Cancellation) == 0, run.Errors);
        using JsonDocument leaderboard = JsonDocument.Parse(
            await File.ReadAllBytesAsync(Path.Combine(folder["results"], "leaderboard.json"), Cancellation));
        return leaderboard.RootElement.GetProperty("counts").Clone();
    }

    private static int Count(JsonElement counts, string name)
    {
        return counts.GetProperty(name).GetInt32();
    }
}

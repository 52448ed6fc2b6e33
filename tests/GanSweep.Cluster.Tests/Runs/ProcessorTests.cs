using GanSweep.Cluster.Tests.Processes;

namespace GanSweep.Cluster.Tests.Runs;

/// <summary>The same sweep on processors that can do less: the same scores and the same run keys, to the byte.</summary>
public sealed class ProcessorTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("DOTNET_EnableAVX512")]
    [InlineData("DOTNET_EnableAVX512F")]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    public async Task Run_WithoutSomeInstructions_EndsInTheSameBitsAndFindsWhatOthersTrained(string instructions)
    {
        using TemporaryFolder folder = new();
        string sweep = Write(folder);
        byte[] expected = await RunAsync(folder, sweep, "all", (instructions, "1"));

        Assert.Equal(expected, await RunAsync(folder, sweep, "fewer", (instructions, "0")));
    }

    // Every objective's functions, the transforms with and without logarithms of ranks, privacy: small, since some of it runs in software.
    private static string Write(TemporaryFolder folder)
    {
        File.Copy(Checkout.Table("eu-stock-losses.csv"), folder["losses.csv"]);
        File.WriteAllText(folder["bits.json"], """
            {
              "name": "bits", "dataset": "losses.csv", "seed": 3, "evaluationRows": 2000, "holdout": 0.2,
              "config": { "epochs": 2, "generatorLayers": [16], "discriminatorLayers": [16], "dropout": 0.1 },
              "space": { "transform": ["standard", "quantile"], "loss": ["nonSaturating", "wassersteinGp"] }
            }
            """);
        return folder["bits.json"];
    }

    private static async Task<byte[]> RunAsync(TemporaryFolder folder, string sweep, string data, (string Name, string Value) variable)
    {
        await using ProgramProcess run = ProgramProcess.Client(
            folder.Path, variable, "run", sweep, "--data", folder[data], "--out", folder["results"]);
        Assert.True(await run.ExitAsync(Cancellation) == 0, run.Errors);
        return await File.ReadAllBytesAsync(Path.Combine(folder["results"], "leaderboard.json"), Cancellation);
    }
}

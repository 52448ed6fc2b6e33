using GanSweep.Cluster.Tests.Processes;

namespace GanSweep.Cluster.Tests.Runs;

/// <summary>The same sweep on processors that can do less: the same scores, run keys and synthetic rows, to the byte.</summary>
public sealed class ProcessorTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("DOTNET_EnableAVX512")]
    [InlineData("DOTNET_EnableAVX512F")]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    public async Task Run_WithoutSomeInstructions_EndsInTheSameBytes(string instructions)
    {
        using TemporaryFolder folder = new();
        string sweep = Write(folder);
        (byte[] board, byte[] rows) = await RunAsync(folder, sweep, "all", (instructions, "1"));

        (byte[] boardOfFewer, byte[] rowsOfFewer) = await RunAsync(folder, sweep, "fewer", (instructions, "0"));

        Assert.Equal(board, boardOfFewer);
        Assert.Equal(rows, rowsOfFewer);
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

    private static async Task<(byte[] Board, byte[] Rows)> RunAsync(TemporaryFolder folder, string sweep, string data, (string Name, string Value) variable)
    {
        string generator = Path.Combine(folder["results"], "best-generator.zip");
        await ClientAsync(folder, variable, "run", sweep, "--data", folder[data], "--out", folder["results"]);
        await ClientAsync(folder, variable, "sample", generator, "--rows", "100", "--out", folder["rows.csv"]);
        return (
            await File.ReadAllBytesAsync(Path.Combine(folder["results"], "leaderboard.json"), Cancellation),
            await File.ReadAllBytesAsync(folder["rows.csv"], Cancellation));
    }

    private static async Task ClientAsync(TemporaryFolder folder, (string Name, string Value) variable, params string[] arguments)
    {
        await using ProgramProcess client = ProgramProcess.Client(folder.Path, variable, arguments);
        Assert.True(await client.ExitAsync(Cancellation) == 0, client.Errors);
    }
}

using GanSweep.Cluster.Tests.Processes;

namespace GanSweep.Cluster.Tests.Runs;

/// <summary>The same sweep on processors that can do less: the same scores, run keys and synthetic rows, to the byte.</summary>
public sealed class ProcessorTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_WithoutSomeInstructions_EndsInTheSameBytes()
    {
        using TemporaryFolder folder = new();
        string sweep = Write(folder);
        (byte[] board, byte[] rows) = await RunAsync(folder, sweep, ("DOTNET_EnableHWIntrinsic", "1"));

        foreach (string instructions in (string[])["DOTNET_EnableAVX512", "DOTNET_EnableAVX2", "DOTNET_EnableHWIntrinsic"])
        {
            (byte[] boardOfFewer, byte[] rowsOfFewer) = await RunAsync(folder, sweep, (instructions, "0"));

            Assert.True(board.AsSpan().SequenceEqual(boardOfFewer), $"{instructions}=0 gives another leaderboard.");
            Assert.True(rows.AsSpan().SequenceEqual(rowsOfFewer), $"{instructions}=0 gives other rows.");
        }
    }

    // Every objective's functions, the transforms with and without logarithms of ranks, privacy: small, since some of it runs in software.
    private static string Write(TemporaryFolder folder)
    {
        File.WriteAllLines(folder["losses.csv"], File.ReadLines(Checkout.Table("eu-stock-losses.csv")).Take(121));
        File.WriteAllText(folder["bits.json"], """
            {
              "name": "bits", "dataset": "losses.csv", "seed": 3, "evaluationRows": 600, "holdout": 0.2,
              "config": { "epochs": 2, "batchSize": 32, "generatorLayers": [16], "discriminatorLayers": [16], "dropout": 0.1 },
              "space": { "transform": ["standard", "quantile"], "loss": ["nonSaturating", "wassersteinGp"] }
            }
            """);
        return folder["bits.json"];
    }

    private static async Task<(byte[] Board, byte[] Rows)> RunAsync(TemporaryFolder folder, string sweep, (string Name, string Value) variable)
    {
        string generator = Path.Combine(folder["results"], "best-generator.zip");
        await ClientAsync(folder, variable, "run", sweep, "--data", folder[variable.Name + variable.Value], "--out", folder["results"]);
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

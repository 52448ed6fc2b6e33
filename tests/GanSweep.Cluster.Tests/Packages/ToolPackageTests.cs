using System.Text.Json;
using GanSweep.Cluster.Tests.Processes;

namespace GanSweep.Cluster.Tests.Packages;

/// <summary>The .NET tool as its user gets it: packed, and installed from the package alone.</summary>
public sealed class ToolPackageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tool_InstalledIntoACleanFolder_RunsTheExampleAndSamples()
    {
        using TemporaryFolder folder = new();
        await PackAsync(folder);
        await InstallAsync(folder);
        string header = await CopyExampleAsync(folder);

        await EndAsync(Tool(folder, "run", "sweep.json", "--out", "results"));
        string rows = await EndAsync(Tool(folder, "sample", "results/best-generator.zip", "--rows", "3"));

        using JsonDocument leaderboard = JsonDocument.Parse(await File.ReadAllBytesAsync(folder["results/leaderboard.json"], Cancellation));
        JsonElement counts = leaderboard.RootElement.GetProperty("counts");
        Assert.Equal((7, 7), (counts.GetProperty("total").GetInt32(), counts.GetProperty("completed").GetInt32()));
        Assert.True(File.Exists(folder["results/report.html"]));
        Assert.Equal(header, rows.Split('\n')[0]);
        Assert.Equal(4, rows.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    private static async Task PackAsync(TemporaryFolder folder)
    {
        string[] options = ["--configuration", Checkout.Configuration, "--no-build", "--disable-build-servers", "--output", folder["package"]];
        await EndAsync(ProgramProcess.Other("dotnet", Checkout.Root, ["pack", "src/GanSweep.Client", .. options]));
    }

    // From the package's folder alone: whoever holds the same name elsewhere is not asked.
    private static async Task InstallAsync(TemporaryFolder folder)
    {
        await File.WriteAllTextAsync(
            folder["nuget.config"], """<configuration><packageSources><clear /><add key="package" value="package" /></packageSources></configuration>""", Cancellation);
        await EndAsync(
            ProgramProcess.Other("dotnet", folder.Path, "tool", "install", "gansweep", "--tool-path", folder["bin"], "--configfile", folder["nuget.config"]));
        Assert.NotEmpty(await EndAsync(Tool(folder, "--version")));
    }

    // The root's sweep, with a sixth of its configurations, one seed to confirm by instead of five, and a tenth of its steps. Returns the table's header.
    private static async Task<string> CopyExampleAsync(TemporaryFolder folder)
    {
        Directory.CreateDirectory(folder["data"]);
        File.Copy(Checkout.Table("eu-stock-losses.csv"), folder["data/eu-stock-losses.csv"]);
        string example = await File.ReadAllTextAsync(Path.Combine(Checkout.Root, "sweep.json"), Cancellation);
        foreach ((string whole, string part) in ((string, string)[])[
            ("\"configurations\": 24", "\"configurations\": 4"), ("\"seeds\": 5", "\"seeds\": 1"), ("\"steps\": [10000]", "\"steps\": [1000]"), ("\"model\": [\"flow\"],", "\"model\": [\"flow\"], \"steps\": [300],"),
        ])
        {
            Assert.Contains(whole, example, StringComparison.Ordinal);
            example = example.Replace(whole, part, StringComparison.Ordinal);
        }

        await File.WriteAllTextAsync(folder["sweep.json"], example, Cancellation);
        return (await File.ReadAllLinesAsync(folder["data/eu-stock-losses.csv"], Cancellation))[0];
    }

    private static ProgramProcess Tool(TemporaryFolder folder, params string[] arguments)
    {
        return ProgramProcess.Other(folder["bin/gansweep"], folder.Path, arguments);
    }

    private static async Task<string> EndAsync(ProgramProcess started)
    {
        await using ProgramProcess process = started;
        Assert.True(await process.ExitAsync(Cancellation) == 0, process.Errors + process.Output);
        return process.Output;
    }
}

using System.Text.Json;
using System.Text.RegularExpressions;
using GanSweep.Cluster.Tests.Processes;

namespace GanSweep.Cluster.Tests.Silos;

/// <summary>A silo in a process of its own, and the console program as its client from another folder.</summary>
public sealed partial class SiloProcessTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Client_FromAnotherFolder_SubmitsWatchesReadsAndDownloads()
    {
        using TemporaryFolder server = new();
        using TemporaryFolder elsewhere = new();
        await using ProgramProcess silo = ProgramProcess.Silo(server.Path, "--siloPort", "0", "--gatewayPort", "0");
        string cluster = await ReadyAsync(silo);
        string sweep = elsewhere.WriteSweep("remote", """{ "loss": ["minimax", "leastSquares"] }""", epochs: 30);

        string id = (await ClientAsync(elsewhere, "submit", sweep, "--watch", "--cluster", cluster)).Trim();
        using JsonDocument leaderboard = JsonDocument.Parse(await ClientAsync(elsewhere, "leaderboard", id, "--json", "--cluster", cluster));
        using JsonDocument run = JsonDocument.Parse(await ClientAsync(elsewhere, "show", id, "1", "--json", "--cluster", cluster));
        await ClientAsync(elsewhere, "download", id, "--out", "best.zip", "--cluster", cluster);
        string rows = await ClientAsync(elsewhere, "sample", "best.zip", "--rows", "5");

        Assert.Equal(2, leaderboard.RootElement.GetProperty("counts").GetProperty("completed").GetInt32());
        Assert.Equal(30, run.RootElement.GetProperty("losses").GetProperty("generator").GetArrayLength());
        Assert.Equal(6, rows.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal("DAX,SMI,CAC,FTSE", rows.Split('\n')[0]);
        Assert.False(silo.HasExited);
    }

    [Fact]
    public async Task Cancel_WhileTraining_EndsTheSweepAndTheSiloGoesOn()
    {
        using TemporaryFolder server = new();
        await using ProgramProcess silo = ProgramProcess.Silo(server.Path, "--siloPort", "0", "--gatewayPort", "0");
        string cluster = await ReadyAsync(silo);
        string sweep = server.WriteSweep("endless", """{ "loss": ["minimax", "leastSquares"] }""", epochs: 1_000_000);
        string id = (await ClientAsync(server, "submit", sweep, "--cluster", cluster)).Trim();
        await silo.WaitForAsync("Training run 2", Cancellation);

        await ClientAsync(server, "cancel", id, "--cluster", cluster);

        using JsonDocument leaderboard = JsonDocument.Parse(await ClientAsync(server, "leaderboard", id, "--json", "--cluster", cluster));
        Assert.Equal("cancelled", leaderboard.RootElement.GetProperty("state").GetString());
        string next = server.WriteSweep("next", """{ "loss": ["minimax"] }""", epochs: 20);
        await ClientAsync(server, "submit", next, "--watch", "--cluster", cluster);
    }

    [Fact]
    public async Task Silo_Terminated_GivesItsRunsBackAndTheNextOneGoesOn()
    {
        using TemporaryFolder server = new();
        string sweep = server.WriteSweep("handover", """{ "loss": ["minimax", "leastSquares"] }""", epochs: 2200);
        string id;
        await using (ProgramProcess silo = ProgramProcess.Silo(server.Path, "--siloPort", "0", "--gatewayPort", "0"))
        {
            string cluster = await ReadyAsync(silo);
            id = (await ClientAsync(server, "submit", sweep, "--cluster", cluster)).Trim();
            await silo.WaitForAsync("Training run 2", Cancellation);
            silo.Terminate();
            Assert.Equal(0, await silo.ExitAsync(Cancellation));
        }

        await using ProgramProcess next = ProgramProcess.Silo(server.Path, "--siloPort", "0", "--gatewayPort", "0");
        string gateway = await ReadyAsync(next);
        await ClientAsync(server, "watch", id, "--cluster", gateway);

        Assert.Matches("attempt 2, from epoch [0-9]", next.Output);
    }

    [Fact]
    public async Task Run_FolderOfALivingSilo_IsRefusedWithFolderOwnerAndTheWayToReachIt()
    {
        using TemporaryFolder server = new();
        await using ProgramProcess silo = ProgramProcess.Silo(server.Path, "--siloPort", "0", "--gatewayPort", "0");
        string cluster = await ReadyAsync(silo);

        await using ProgramProcess list = ProgramProcess.Client(server.Path, "list");

        Assert.Equal(1, await list.ExitAsync(Cancellation));
        Assert.Contains("gansweep-data", list.Errors, StringComparison.Ordinal);
        Assert.Contains($"process {silo.Id}", list.Errors, StringComparison.Ordinal);
        Assert.Contains($"--cluster {cluster}", list.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Client_NobodyThere_SaysSoAndFails()
    {
        using TemporaryFolder folder = new();

        await using ProgramProcess list = ProgramProcess.Client(folder.Path, "list", "--cluster", "localhost:1");

        Assert.Equal(1, await list.ExitAsync(Cancellation));
        Assert.Contains("localhost:1", list.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Version_OfBothPrograms_IsTheSame()
    {
        using TemporaryFolder folder = new();

        await using ProgramProcess silo = ProgramProcess.Silo(folder.Path, "--version");

        Assert.Equal(0, await silo.ExitAsync(Cancellation));
        Assert.Equal(await ClientAsync(folder, "--version"), silo.Output);
    }

    private static async Task<string> ReadyAsync(ProgramProcess silo)
    {
        await silo.WaitForAsync("Ready", Cancellation);
        return GatewayPattern.Match(silo.Output).Groups["gateway"].Value;
    }

    private static async Task<string> ClientAsync(TemporaryFolder folder, params string[] arguments)
    {
        await using ProgramProcess client = ProgramProcess.Client(folder.Path, arguments);
        Assert.True(await client.ExitAsync(Cancellation) == 0, client.Errors);
        return client.Output;
    }

    [GeneratedRegex(@"--cluster (?<gateway>localhost:\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex GatewayPattern { get; }
}

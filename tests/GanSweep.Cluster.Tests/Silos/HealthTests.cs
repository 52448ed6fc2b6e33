using System.Net;
using System.Text.Json;
using GanSweep.Cluster.Tests.Clusters;
using GanSweep.Cluster.Tests.Processes;

namespace GanSweep.Cluster.Tests.Silos;

/// <summary>What silos say of themselves over HTTP and in the log, while others come, go and die.</summary>
public sealed class HealthTests : IDisposable
{
    private readonly HttpClient _http = new();
    private readonly int _port = Ports.Free();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _http.Dispose();
    }

    [RedisFact]
    public async Task Trainer_CoordinatorComesAndDies_IsReadyWhileItAnswersAndLiveThroughout()
    {
        using TemporaryFolder folder = new();
        await using RedisServer redis = await RedisServer.StartAsync(folder.Path, asksForPassword: false, Cancellation);
        string[] trains = ["--roles", "trainer", "--redis", redis.Address, "--siloPort", "0", "--healthPort", $"{_port}"];
        await using ProgramProcess trainer = ProgramProcess.Silo(folder.Path, trains);
        await trainer.WaitForAsync("Ready", Cancellation);

        Assert.Contains("has not answered yet", await UntilReadyIsAsync(HttpStatusCode.ServiceUnavailable), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("live")).Status);

        string[] coordinates = ["--roles", "coordinator", "--redis", redis.Address, "--siloPort", "0", "--gatewayPort", "0"];
        await using ProgramProcess coordinator = ProgramProcess.Silo(folder.Path, coordinates);
        await UntilReadyIsAsync(HttpStatusCode.OK);

        await coordinator.KillAsync(Cancellation);
        Assert.Contains("has not answered for", await UntilReadyIsAsync(HttpStatusCode.ServiceUnavailable), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("live")).Status);

        await trainer.WaitForAsync("is dead", Cancellation);
        Assert.Contains("cannot reach the coordinator", trainer.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", trainer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Silo_Terminated_IsUnavailableBeforeItIsGone()
    {
        using TemporaryFolder folder = new();
        await using ProgramProcess silo = ProgramProcess.Silo(folder.Path, "--siloPort", "0", "--gatewayPort", "0", "--healthPort", $"{_port}");
        await silo.WaitForAsync("Ready", Cancellation);
        await UntilReadyIsAsync(HttpStatusCode.OK);
        string sweep = folder.WriteSweep("long", """{ "loss": ["minimax"] }""", epochs: 1_000_000);
        string gateway = silo.Output[(silo.Output.IndexOf("localhost:", StringComparison.Ordinal))..].Split(',')[0];
        await using (ProgramProcess client = ProgramProcess.Client(folder.Path, "submit", sweep, "--cluster", gateway))
        {
            Assert.True(await client.ExitAsync(Cancellation) == 0, client.Errors);
        }

        await silo.WaitForAsync("Training run 1", Cancellation);
        silo.Terminate();

        Assert.Contains("The silo is stopping.", await UntilReadyIsAsync(HttpStatusCode.ServiceUnavailable), StringComparison.Ordinal);
        Assert.Equal(0, await silo.ExitAsync(Cancellation));
    }

    [Fact]
    public async Task Silo_WithLogAsJson_WritesAnObjectALineThatNamesSweepRunAndAttempt()
    {
        using TemporaryFolder folder = new();
        await using ProgramProcess silo = ProgramProcess.Silo(folder.Path, "--siloPort", "0", "--gatewayPort", "0", "--log", "json");
        await silo.WaitForAsync("Ready", Cancellation);
        string gateway = silo.Output[(silo.Output.IndexOf("localhost:", StringComparison.Ordinal))..].Split(';', ',')[0];
        string sweep = folder.WriteSweep("logged", """{ "loss": ["minimax", "leastSquares"] }""", epochs: 5);
        await using (ProgramProcess client = ProgramProcess.Client(folder.Path, "submit", sweep, "--watch", "--cluster", gateway))
        {
            Assert.True(await client.ExitAsync(Cancellation) == 0, client.Errors);
        }

        silo.Terminate();
        Assert.Equal(0, await silo.ExitAsync(Cancellation));

        List<JsonElement> lines = [.. silo.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
        foreach (string message in (string[])["is granted", "Training run", "has completed"])
        {
            JsonElement[] about = [.. lines.Where(line => line.GetProperty("@m").GetString()!.Contains(message, StringComparison.Ordinal))];
            Assert.Equal([1, 2], about.Select(line => line.GetProperty("Run").GetInt32()).Order());
            Assert.All(about, line => Assert.StartsWith("logged-", line.GetProperty("SweepId").GetString(), StringComparison.Ordinal));
            Assert.All(about, line => Assert.Equal(1, line.GetProperty("Attempt").GetInt32()));
        }
    }

    private async Task<string> UntilReadyIsAsync(HttpStatusCode expected)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        while (true)
        {
            (HttpStatusCode status, string body) = await GetAsync("ready");
            if (status == expected)
            {
                return body;
            }

            await Task.Delay(10, limit.Token);
        }
    }

    private async Task<(HttpStatusCode Status, string Body)> GetAsync(string endpoint)
    {
        using HttpResponseMessage response = await _http.GetAsync(new Uri($"http://127.0.0.1:{_port}/health/{endpoint}"), Cancellation);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Cancellation));
    }
}

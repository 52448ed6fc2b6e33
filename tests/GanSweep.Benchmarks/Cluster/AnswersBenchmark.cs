using System.Diagnostics;
using System.Net;
using GanSweep.Benchmarks.Programs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Silo.Clustering;
using GanSweep.Silo.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Spectre.Console;

namespace GanSweep.Benchmarks.Cluster;

/// <summary>What a large table does to a coordinator while it is uploaded, read and measured: its memory, and how long other sweeps wait for an answer.</summary>
internal sealed class AnswersBenchmark : IBenchmark
{
    private const int Rows = 1_000_000;
    private const int Columns = 10;
    private const long MostMegabytes = 600;
    private const double MostMilliseconds = 100;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public string Name => "answers";

    public string Description => $"{Rows:N0} × {Columns} through a coordinator and two trainers, and what another sweep's calls take meanwhile (needs redis-server)";

    public async Task<bool> RunAsync(IAnsiConsole console)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("gansweep-");
        try
        {
            File.Copy(Checkout.Table, Path.Combine(folder.FullName, "eu-stock-losses.csv"));
            await NormalTable.WriteAsync(Path.Combine(folder.FullName, "large.csv"), Rows, Columns);
            await WriteAsync(folder, "small.json", """{ "name": "small", "dataset": "eu-stock-losses.csv", "replicates": 100, "config": { "steps": 100000 } }""");
            await WriteAsync(folder, "large.json", """{ "name": "large", "dataset": "large.csv", "holdout": 0.2, "config": { "steps": 500 } }""");
            int[] ports = FreePort.Find(2);
            string redis = $"127.0.0.1:{ports[1]}";
            await using LoggedProcess server = new(folder.FullName, "redis-server", "--port", $"{ports[1]}", "--bind", "127.0.0.1", "--save", "");
            await server.WhenAsync("Ready to accept connections");
            await using LoggedProcess coordinator = Silo(folder, "--roles", "coordinator", "--gatewayPort", $"{ports[0]}", "--redis", redis);
            await coordinator.WhenAsync("Ready");
            await using LoggedProcess first = Silo(folder, "--roles", "trainer", "--slots", "1", "--redis", redis);
            await using LoggedProcess second = Silo(folder, "--roles", "trainer", "--slots", "1", "--redis", redis);
            await Task.WhenAll(first.WhenAsync("Ready"), second.WhenAsync("Ready"));

            string gateway = $"localhost:{ports[0]}";
            await using LoggedProcess small = Client(folder, "submit", "small.json", "--cluster", gateway);
            await coordinator.WhenAsync("is granted");
            using IHost client = await ConnectAsync(ports[0]);
            ISweepGrain sweep = await SmallAsync(client);
            using CancellationTokenSource done = new();
            Task<List<double>> waiting = WaitAsync(sweep, done.Token);
            long start = Stopwatch.GetTimestamp();
            await using LoggedProcess large = Client(folder, "submit", "large.json", "--cluster", gateway);
            long end = await coordinator.WhenAsync("Sweep large-", "has ended");
            await done.CancelAsync();
            List<double> waits = [.. (await waiting).Order()];
            long megabytes = coordinator.PeakMegabytes;
            await client.StopAsync();
            console.WriteLine($"the large sweep took {Stopwatch.GetElapsedTime(start, end).TotalSeconds:F0} s; the coordinator had {megabytes} MB at most (asked: {MostMegabytes})");
            console.WriteLine(
                $"{waits.Count:N0} calls of another sweep: median {waits[waits.Count / 2]:F1} ms, 99 of 100 within {waits[waits.Count * 99 / 100]:F1} ms, longest {waits[^1]:F1} ms (asked: {MostMilliseconds})");
            return megabytes <= MostMegabytes && waits[^1] <= MostMilliseconds;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<List<double>> WaitAsync(ISweepGrain sweep, CancellationToken done)
    {
        List<double> waits = [];
        while (!done.IsCancellationRequested)
        {
            long start = Stopwatch.GetTimestamp();
            await sweep.GetProgressAsync();
            waits.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            await Task.Delay(Pause, CancellationToken.None);
        }

        return waits;
    }

    private static async Task<ISweepGrain> SmallAsync(IHost client)
    {
        IGrainFactory grains = client.Services.GetRequiredService<IGrainFactory>();
        SweepSummary summary = (await grains.GetGrain<IDispatcherGrain>(0).ListAsync()).Single();
        return grains.GetGrain<ISweepGrain>(summary.SweepId);
    }

    private static async Task<IHost> ConnectAsync(int gateway)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.UseOrleansClient(client =>
        {
            client.UseStaticClustering(new IPEndPoint(IPAddress.Loopback, gateway));
            client.Configure<ClusterOptions>(options => options.ClusterId = options.ServiceId = ClusterConventions.Name);
        });
        IHost host = builder.Build();
        await host.StartAsync();
        return host;
    }

    private static Task WriteAsync(DirectoryInfo folder, string name, string text)
    {
        return File.WriteAllTextAsync(Path.Combine(folder.FullName, name), text);
    }

    private static LoggedProcess Client(DirectoryInfo folder, params string[] arguments)
    {
        return new LoggedProcess(folder.FullName, "dotnet", [Checkout.Client, .. arguments]);
    }

    private static LoggedProcess Silo(DirectoryInfo folder, params string[] options)
    {
        return new LoggedProcess(folder.FullName, "dotnet", [Checkout.Silo, "--siloPort", "0", "--http", "off", .. options]);
    }
}

using System.Diagnostics;
using System.Globalization;
using GanSweep.Benchmarks.Coordinator;
using Spectre.Console;

namespace GanSweep.Benchmarks.Pages;

/// <summary>The page of a sweep of 100,000 runs: how long it takes to show, how long until a change is seen, and what those who watch cost.</summary>
internal sealed class PagesBenchmark : IBenchmark
{
    private const int Runs = 100_000;
    private const int LeftToTrain = 2_000;
    private const int Watchers = 50;
    private const double LongestPageSeconds = 1;
    private const double MostOfACore = 0.02;

    private static readonly TimeSpan Watched = TimeSpan.FromSeconds(20);

    public string Name => "pages";

    public string Description => $"the page of a sweep of {Runs:N0} runs: first view at most {LongestPageSeconds} s, a watcher at most {MostOfACore:P0} of a core";

    public async Task<bool> RunAsync(IAnsiConsole console)
    {
        await using LoadedCoordinator coordinator = await LoadedCoordinator.StartAsync(Runs, servesPages: true);
        FakeTrainers trainers = new(coordinator.Grains, coordinator.Id);
        await trainers.TrainAsync(Runs - LeftToTrain);
        using HttpClient http = new() { BaseAddress = coordinator.Pages };
        string address = $"/sweeps/{coordinator.Id}";

        List<double> first = [];
        List<double> sorted = [];
        for (int round = 0; round < 5; round++)
        {
            await trainers.TrainAsync(20);
            await Task.Delay(TimeSpan.FromSeconds(6));
            first.Add(await SecondsAsync(http, address));
            sorted.Add(await SecondsAsync(http, $"{address}?sort=-latentDim&page={round + 2}"));
        }

        double idle = await WatchAsync(coordinator, http, address, 1, busy: false);
        double one = await WatchAsync(coordinator, http, address, 1, busy: true) - await WatchAsync(coordinator, http, address, 0, busy: true);
        double fifty = await WatchAsync(coordinator, http, address, Watchers, busy: true) - await WatchAsync(coordinator, http, address, 0, busy: true);
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first view {Median.Of(first):F2} s (slowest {first.Max():F2}), sorted anew {Median.Of(sorted):F2} s"));
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"of a core: one watcher of a still sweep {idle:P1}; of one that ends five runs a second {one:P1}; {Watchers} watchers {fifty:P1}, each {fifty / Watchers:P2}"));
        return Median.Of(first) <= LongestPageSeconds && fifty / Watchers <= MostOfACore;
    }

    private static async Task<double> SecondsAsync(HttpClient http, string address)
    {
        long start = Stopwatch.GetTimestamp();
        await http.GetStringAsync(new Uri(address, UriKind.Relative));
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    // The share of a core that this process takes while so many look; they are in it too.
    private static async Task<double> WatchAsync(LoadedCoordinator coordinator, HttpClient http, string address, int watchers, bool busy)
    {
        using CancellationTokenSource end = new();
        using Process process = Process.GetCurrentProcess();
        Task[] all = [.. Enumerable.Range(0, watchers).Select(_ => PageWatchers.WatchAsync(http, address, end.Token)), .. busy ? [TrainSlowlyAsync(coordinator, end.Token)] : Array.Empty<Task>()];
        await Task.Delay(TimeSpan.FromSeconds(2));
        TimeSpan before = process.TotalProcessorTime;
        long start = Stopwatch.GetTimestamp();
        await Task.Delay(Watched);
        process.Refresh();
        double share = (process.TotalProcessorTime - before) / Stopwatch.GetElapsedTime(start);
        await end.CancelAsync();
        await Task.WhenAll(all);
        return share;
    }

    private static async Task TrainSlowlyAsync(LoadedCoordinator coordinator, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            await new FakeTrainers(coordinator.Grains, coordinator.Id).TrainAsync(1);
            await Task.Delay(TimeSpan.FromSeconds(0.2), CancellationToken.None);
        }
    }
}

using GanSweep.Benchmarks.Programs;
using GanSweep.Contracts.Datasets;
using GanSweep.Contracts.Silos;
using GanSweep.Contracts.Sweeps;
using GanSweep.Networks;
using GanSweep.Silo;
using GanSweep.Silo.Settings;
using GanSweep.Sweeps.Definitions;
using GanSweep.Sweeps.Keys;
using GanSweep.Tables;
using GanSweep.Tables.Formats;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GanSweep.Benchmarks.Coordinator;

/// <summary>A coordinator in this process, with a real store in a folder of its own and one large sweep.</summary>
internal sealed class LoadedCoordinator : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gansweep-");
    private IHost? _host;

    private LoadedCoordinator(string json, string datasetHash)
    {
        Json = json;
        DatasetHash = datasetHash;
        Id = SweepId.Compute(SweepDefinition.Parse(json, Models.Catalog), datasetHash, EngineVersion.Current);
    }

    public string Id { get; }

    /// <summary>Where its pages are; null if it serves none.</summary>
    public Uri? Pages { get; private set; }

    /// <summary>The grains as a silo of the cluster reaches them.</summary>
    public IGrainFactory Grains => _host!.Services.GetRequiredService<IGrainFactory>();

    public ISweepGrain Sweep => Grains.GetGrain<ISweepGrain>(Id);

    /// <summary>Bytes of the store's files.</summary>
    public long StoreLength => _folder.EnumerateFiles().Sum(file => file.Length);

    private string Json { get; }

    private string DatasetHash { get; }

    /// <summary>Starts a coordinator and submits a sweep of so many runs, a multiple of a hundred. It is ready to grant them.</summary>
    public static async Task<LoadedCoordinator> StartAsync(int runs, bool servesPages = false)
    {
        byte[] content = await File.ReadAllBytesAsync(Checkout.Table);
        LoadedCoordinator coordinator = new(JsonOf(runs), Tables.Formats.DatasetHash.Of(Tables.Formats.TableReader.Parse(content, "table")));
        await coordinator.StartHostAsync(servesPages);
        IDatasetGrain dataset = coordinator.Grains.GetGrain<IDatasetGrain>(coordinator.DatasetHash);
        await dataset.AppendAsync(0, content);
        await dataset.CommitAsync();
        await coordinator.Sweep.SubmitAsync(new SweepSubmission(coordinator.Json, coordinator.DatasetHash));
        while ((await coordinator.Sweep.GetLeaderboardAsync(1)).Yardsticks is null)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }

        return coordinator;
    }

    /// <summary>Stops the coordinator.</summary>
    public async Task StopAsync()
    {
        await _host!.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
        _host = null;
    }

    /// <summary>Starts it again on the same folder.</summary>
    public async Task StartHostAsync(bool servesPages = false)
    {
        SiloOptions options = SiloOptions.Embedded(_folder.FullName, SiloRoles.Coordinator);
        options.Http = servesPages ? SiloOptions.FreeLoopback : SiloOptions.NoHttp;
        _host = await GanSweepHost.StartAsync(options, _ => { }, CancellationToken.None);
        Pages = options.Door;
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await StopAsync();
        }

        _folder.Delete(recursive: true);
    }

    private static string JsonOf(int runs)
    {
        int replicates = Math.Min(runs / 10, 1000);
        return $$"""
            {
              "name": "load", "dataset": "eu-stock-losses.csv", "evaluationRows": 100, "replicates": {{replicates}},
              "config": { "epochs": 10 }, "space": { "latentDim": [{{string.Join(", ", Enumerable.Range(1, runs / replicates))}}] }
            }
            """;
    }
}

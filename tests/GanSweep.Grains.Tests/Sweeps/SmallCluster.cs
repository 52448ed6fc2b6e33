using System.Text;
using GanSweep.Contracts.Datasets;
using GanSweep.Contracts.Silos;
using GanSweep.Contracts.Sweeps;
using GanSweep.Grains.Silos;
using GanSweep.Grains.Sweeps;
using GanSweep.Grains.Tests.Trainers;
using GanSweep.Grains.Trainers;
using GanSweep.Networks;
using GanSweep.Networks.Keys;
using GanSweep.Storage.LiteDb;
using GanSweep.Sweeps.Coordination;
using GanSweep.Sweeps.Definitions;
using GanSweep.Sweeps.Engines;
using GanSweep.Sweeps.Keys;
using GanSweep.Sweeps.Stores;
using GanSweep.Tables;
using GanSweep.Tables.Formats;
using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;

namespace GanSweep.Grains.Tests.Sweeps;

/// <summary>One silo in this process with a real store in a folder of its own and a trainer that needs no libtorch.</summary>
internal sealed class SmallCluster : IAsyncDisposable
{
    /// <summary>What the silo says of its program.</summary>
    public const string Version = "1.2.3";

    private static readonly byte[] Table = Encoding.UTF8.GetBytes(
        "a,b\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"{i % 7},{(i * i) % 11}\n")));

    private readonly string _folder;
    private readonly InProcessTestCluster _cluster;
    private readonly bool _trains;

    private SmallCluster(string folder, InProcessTestCluster cluster, FakeTrainer trainer, bool trains)
    {
        _trains = trains;
        _folder = folder;
        _cluster = cluster;
        Trainer = trainer;
    }

    public FakeTrainer Trainer { get; }

    /// <summary>The grains as a client reaches them.</summary>
    public IGrainFactory Grains => _cluster.Client;

    /// <summary>The grains as a silo of the cluster reaches them: a test that plays the trainer is one.</summary>
    public IGrainFactory SiloGrains => _cluster.Silos[0].ServiceProvider.GetRequiredService<IGrainFactory>();

    /// <summary>The services of the silo.</summary>
    public IServiceProvider SiloServices => _cluster.Silos[0].ServiceProvider;

    public static string DatasetHash { get; } = Tables.Formats.DatasetHash.Of(Tables.Formats.TableReader.Parse(Table, "table"));

    /// <param name="folder">The store's folder, to go on with another cluster's; null for a new one.</param>
    /// <param name="slots">Slots of its trainer; 0 for a coordinator alone.</param>
    /// <param name="leaseSeconds">How long a lease lasts without a report.</param>
    /// <param name="configure">Sets other options of the silo.</param>
    public static async Task<SmallCluster> StartAsync(
        string? folder = null, int slots = 2, double leaseSeconds = 5, Action<IServiceCollection>? configure = null)
    {
        folder ??= Directory.CreateTempSubdirectory("gansweep-").FullName;
        ISweepStore store = await new LiteDbStoreKind().OpenAsync(new StoreOptions { Folder = folder }, CancellationToken.None);
        FakeTrainer trainer = new();
        InProcessTestClusterBuilder builder = new(1);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddSingleton(_ => store);
            silo.Services.AddSingleton(TimeProvider.System);
            silo.Services.AddSingleton(TestModels.Catalog);
            silo.Services.AddSingleton(new EngineFacts(configuration => EngineVersion.Of(configuration.Get(NetworkKeys.Engine)), (_, _) => _ => null));
            silo.Services.Configure<CoordinatorOptions>(options => options.LeaseDuration = TimeSpan.FromSeconds(leaseSeconds));
            configure?.Invoke(silo.Services);
            silo.AddGanSweep(slots > 0 ? SiloRoles.Both : SiloRoles.Coordinator, Version);
            if (slots > 0)
            {
                silo.Services.Configure<TrainerOptions>(options =>
                {
                    options.Slots = slots;
                    options.ReportInterval = TimeSpan.FromMilliseconds(20);
                });
                silo.Services.AddSingleton<IRunTrainer>(trainer);
            }
        });
        InProcessTestCluster cluster = builder.Build();
        await cluster.DeployAsync();
        return new SmallCluster(folder, cluster, trainer, trains: slots > 0);
    }

    public async Task UploadTableAsync()
    {
        IDatasetGrain dataset = Grains.GetGrain<IDatasetGrain>(DatasetHash);
        await dataset.AppendAsync(0, Table);
        await dataset.CommitAsync();
    }

    /// <summary>Submits a sweep over the values of latentDim. Without a trainer the test plays it, so it gets the sweep as silos reach it.</summary>
    public async Task<ISweepGrain> SubmitAsync(string latentDims, string more = "", int epochs = 3)
    {
        await UploadTableAsync();
        string json = Json(latentDims, more, epochs);
        ISweepGrain sweep = (_trains ? Grains : SiloGrains).GetGrain<ISweepGrain>(IdOf(json));
        await sweep.SubmitAsync(new SweepSubmission(json, DatasetHash));
        return sweep;
    }

    public static string Json(string latentDims, string more = "", int epochs = 3)
    {
        return $$"""{ "name": "fake", "dataset": "x.csv", "evaluationRows": 20, "config": { "epochs": {{epochs}} }, "space": { "latentDim": [{{latentDims}}] }{{more}} }""";
    }

    public static string IdOf(string json)
    {
        return SweepId.Compute(TestModels.Parse(json), DatasetHash, EngineVersion.Current);
    }

    /// <summary>Waits until the sweep satisfies the condition; a test that waits in vain fails by its time limit.</summary>
    public static async Task<SweepProgress> UntilAsync(ISweepGrain sweep, Func<SweepProgress, bool> condition)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        while (true)
        {
            SweepProgress progress = await sweep.GetProgressAsync();
            if (condition(progress))
            {
                return progress;
            }

            await Task.Delay(10, limit.Token);
        }
    }

    /// <summary>Waits for the yardsticks of a sweep: until they are there, nothing is granted.</summary>
    public static async Task PreparedAsync(ISweepGrain sweep)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        while ((await sweep.GetLeaderboardAsync(1)).Yardsticks is null)
        {
            await Task.Delay(10, limit.Token);
        }
    }

    public static Task<SweepProgress> UntilEndedAsync(ISweepGrain sweep)
    {
        return UntilAsync(sweep, progress => progress.Summary.State is SweepState.Completed);
    }

    /// <summary>Stops the silo in good order and starts another on the same store.</summary>
    public async Task<SmallCluster> RestartAsync(int slots = 2)
    {
        await StopAsync();
        return await StartAsync(_folder, slots);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task StopAsync()
    {
        await _cluster.StopAllSilosAsync();
        await _cluster.DisposeAsync();
    }
}

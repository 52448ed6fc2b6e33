using System.Diagnostics.Metrics;
using GanSweep.Contracts.Metrics;
using GanSweep.Storage.LiteDb.Files;
using GanSweep.Storage.LiteDb.Tests.Files;
using GanSweep.Storage.LiteDb.Tests.Writer;
using GanSweep.Sweeps.Stores;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;

namespace GanSweep.Storage.LiteDb.Tests.Metrics;

public sealed class StoreMetricsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();

    private IMeterFactory Meters => _services.GetRequiredService<IMeterFactory>();

    public void Dispose()
    {
        _services.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Writes_ThatWereAcknowledged_AreTimedOneByOneAndCountedByTheFlush()
    {
        MetricCollector<double> durations = Collector<double>("gansweep.store.write.duration");
        MetricCollector<int> batches = Collector<int>("gansweep.store.batch.size");
        await using ISweepStore store = await OpenAsync(new StoreFiles(_folder.Path));

        await Task.WhenAll(Enumerable.Range(1, 20).Select(number => Writes.DoAsync(store, number)));
        await store.ListSweepsAsync();

        int writes = durations.GetMeasurementSnapshot().Count;
        Assert.True(writes >= 20);
        Assert.All(durations.GetMeasurementSnapshot(), write => Assert.InRange(write.Value, 0, 60));
        Assert.All(durations.GetMeasurementSnapshot(), write => Assert.Empty(write.Tags));
        Assert.Equal(writes, batches.GetMeasurementSnapshot().Sum(batch => batch.Value));
    }

    [Fact]
    public async Task Write_OnAFullDisk_IsTimedWithItsFailureAndIsInNoBatch()
    {
        MetricCollector<double> durations = Collector<double>("gansweep.store.write.duration");
        MetricCollector<int> batches = Collector<int>("gansweep.store.batch.size");
        FailingDisk disk = new();
        await using ISweepStore store = await OpenAsync(new FailingFiles(_folder.Path, disk));

        disk.Room = 0;
        await Assert.ThrowsAsync<StoreWriteException>(() => store.SaveCheckpointAsync("a", 1, [1]));

        Assert.Equal("StoreWriteException", Assert.Single(durations.GetMeasurementSnapshot()).Tags["error.type"]);
        Assert.Empty(batches.GetMeasurementSnapshot());
        disk.Room = int.MaxValue;
    }

    [Fact]
    public async Task Checkpoint_Written_IsMeasured()
    {
        MetricCollector<long> sizes = Collector<long>("gansweep.store.checkpoint.size");
        await using ISweepStore store = await OpenAsync(new StoreFiles(_folder.Path));

        await store.SaveCheckpointAsync("a", 1, new byte[1234]);

        Assert.Equal(1234, Assert.Single(sizes.GetMeasurementSnapshot()).Value);
    }

    private async Task<ISweepStore> OpenAsync(StoreFiles files)
    {
        return await LiteDbSweepStore.OpenAsync(files, new StoreOptions { Folder = _folder.Path, Metrics = new StoreMetrics(Meters) });
    }

    private MetricCollector<T> Collector<T>(string instrument)
        where T : struct
    {
        return new MetricCollector<T>(Meters, GanSweepMeter.Name, instrument);
    }
}

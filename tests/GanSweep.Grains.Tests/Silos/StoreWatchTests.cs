using GanSweep.Contracts.Silos;
using GanSweep.Grains.Silos;
using GanSweep.Storage.LiteDb;
using GanSweep.Sweeps.Stores;
using Microsoft.Extensions.Time.Testing;

namespace GanSweep.Grains.Tests.Silos;

public sealed class StoreWatchTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gansweep-").FullName;
    private readonly FakeTimeProvider _time = new();

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Look_AtAStore_TellsItsSizeAndSeldomAsksAgain()
    {
        await using ISweepStore store = await new LiteDbStoreKind().OpenAsync(new StoreOptions { Folder = _folder }, TestContext.Current.CancellationToken);
        StoreWatch watch = new(store, _time);

        await watch.LookAsync();
        StoreStatus first = watch.Status!;
        await store.SaveDatasetAsync("aa", new byte[5_000_000]);
        await watch.LookAsync();

        Assert.Equal(new StoredAmount("tables", 0, 0), Assert.Single(first.Kept, amount => amount.Kind == "tables"));
        Assert.Same(first, watch.Status);
        Assert.Null(watch.Complaint);

        _time.Advance(TimeSpan.FromSeconds(5));
        while (watch.Status == first)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await watch.LookAsync();
            await Task.Yield();
        }

        Assert.Equal(new StoredAmount("tables", 1, 5_000_000), Assert.Single(watch.Status!.Kept, amount => amount.Kind == "tables"));
        Assert.True(watch.Status.Bytes >= first.Bytes + 5_000_000, $"{watch.Status.Bytes} after {first.Bytes}");
        Assert.Equal(["sweeps", "runs", "results", "tables", "generators", "checkpoints"], watch.Status.Kept.Select(amount => amount.Kind));
    }

    [Fact]
    public async Task Look_AtAStoreThatTakesNoWork_SaysWhy()
    {
        ISweepStore store = await new LiteDbStoreKind().OpenAsync(new StoreOptions { Folder = _folder }, TestContext.Current.CancellationToken);
        await store.DisposeAsync();
        StoreWatch watch = new(store, _time);

        await watch.LookAsync();

        Assert.Contains("The store was closed.", watch.Complaint, StringComparison.Ordinal);
        Assert.Null(watch.Status);
    }
}

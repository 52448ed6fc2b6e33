using GanSweep.Storage.LiteDb.Tests.Files;
using GanSweep.Storage.LiteDb.Tests.Writer;
using GanSweep.Sweeps.Stores;

namespace GanSweep.Storage.LiteDb.Tests.Ownership;

/// <summary>Alone: it looks at the memory of the whole process.</summary>
[CollectionDefinition(nameof(LargeTableTests), DisableParallelization = true)]
[Collection(nameof(LargeTableTests))]
public sealed class LargeTableTests
{
    private const int Length = 96 << 20;

    // LiteDB keeps the pages that it wrote, all of them.
    [Fact]
    public async Task SaveDataset_ALargeOne_IsNotKeptInMemory()
    {
        using TemporaryFolder folder = new();
        await using ISweepStore store = await folder.OpenAsync();
        await Writes.DoAsync(store, 1);
        byte[] content = new byte[Length];
        new Random(1).NextBytes(content);
        long before = GC.GetTotalMemory(forceFullCollection: true);

        await store.SaveDatasetAsync(Writes.DatasetHash, content);

        // The next operation opens the files anew.
        await store.CheckAsync();
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, Length / 2);
        Assert.Equal(content, await store.ReadDatasetAsync(Writes.DatasetHash));
        await Writes.DoAsync(store, 2);
        await Writes.DoAsync(store, 3);
        GC.KeepAlive(content);
    }
}

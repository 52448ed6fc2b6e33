using GanSweep.Storage.LiteDb.Tests.Writer;
using GanSweep.Sweeps.Stores;

namespace GanSweep.Storage.LiteDb.Tests.Files;

public class DiskFullTests
{
    private const int Last = 3;

    [Fact]
    public async Task Write_OnADiskThatFillsUpAtAnyMoment_FailsClearlyAndGoesOnWhenThereIsRoom()
    {
        using TemporaryFolder empty = new();
        await (await empty.OpenAsync()).DisposeAsync();
        int room = 0;
        int failures;
        do
        {
            failures = await FillUpAsync(empty, room++);
        }
        while (failures > 0);

        Assert.InRange(room, 20, 1000);
    }

    [Fact]
    public async Task Check_OnADiskThatIsFull_FailsFromTheFirstLostWriteUntilThereIsRoom()
    {
        using TemporaryFolder folder = new();
        FailingDisk disk = new();
        await using LiteDbSweepStore store = await LiteDbSweepStore.OpenAsync(new FailingFiles(folder.Path, disk), new StoreOptions { Folder = folder.Path });
        await store.CheckAsync();
        disk.Room = 0;
        await store.CheckAsync();

        await Assert.ThrowsAsync<StoreWriteException>(() => Writes.DoAsync(store, 1));

        await Assert.ThrowsAsync<StoreWriteException>(store.CheckAsync);
        await Assert.ThrowsAsync<StoreWriteException>(store.CheckAsync);
        disk.Room = int.MaxValue;
        await store.CheckAsync();
        await Writes.DoAsync(store, 1);
        await NumberedWrites.AssertAsync(store, [1], 1);
    }

    private static async Task<int> FillUpAsync(TemporaryFolder empty, int room)
    {
        using TemporaryFolder folder = new();
        empty.CopyTo(folder);
        FailingDisk disk = new();
        await using (LiteDbSweepStore store = await LiteDbSweepStore.OpenAsync(new FailingFiles(folder.Path, disk), new StoreOptions { Folder = folder.Path }))
        {
            disk.Room = room;
            List<int> acknowledged = [];
            for (int number = 1; number <= Last; number++)
            {
                try
                {
                    await Writes.DoAsync(store, number);
                    acknowledged.Add(number);
                }
                catch (StoreWriteException exception)
                {
                    Assert.Contains(folder.Data, exception.Message, StringComparison.Ordinal);
                    Assert.Contains("No space left on device", exception.Message, StringComparison.Ordinal);
                }
            }

            int failures = Last - acknowledged.Count;
            disk.Room = int.MaxValue;
            await NumberedWrites.AssertAsync(store, acknowledged, Last);
            await Writes.DoAsync(store, Last + 1);
            acknowledged.Add(Last + 1);
            await store.DisposeAsync();

            await using ISweepStore reopened = await folder.OpenAsync();
            await NumberedWrites.AssertAsync(reopened, acknowledged, Last + 1);
            return failures;
        }
    }
}

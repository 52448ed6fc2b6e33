using GanSweep.Storage.LiteDb;
using GanSweep.Storage.LiteDb.Tests.Writer;
using GanSweep.Sweeps.Stores;

// A process to be killed: it writes to a store for as long as it lives, and says what was acknowledged.
// Arguments: the data folder, and the number of the first write.
string folder = args[0];
int first = int.Parse(args[1]);
await using ISweepStore store = await new LiteDbStoreKind().OpenAsync(new StoreOptions { Folder = folder, Endpoint = "localhost:30000" }, default);
Console.WriteLine("open");
int next = first - 1;
await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
{
    while (true)
    {
        int number = Interlocked.Increment(ref next);
        try
        {
            await Writes.DoAsync(store, number);
        }
        catch (StoreWriteException)
        {
            Console.WriteLine($"failed {number}");
            return;
        }

        Console.WriteLine(number);
    }
}));

using GanSweep.Storage.LiteDb.Tests.Writer;
using GanSweep.Sweeps.Stores;

namespace GanSweep.Storage.LiteDb.Tests.Files;

public class PowerLossTests
{
    private const int Last = 4;
    private const int Sector = 512;

    /// <summary>
    /// The power fails at every moment of a recording: of what was not flushed by then, a file may have lost a tail, and of the rest any
    /// writes. Which ones is by luck, but the same in every run.
    /// </summary>
    [Fact]
    public async Task Open_AfterAPowerLossAtAnyMoment_HasAllThatWasAcknowledged()
    {
        using TemporaryFolder before = new();
        await (await before.OpenAsync()).DisposeAsync();
        using TemporaryFolder recorded = new();
        before.CopyTo(recorded);
        FailingDisk disk = new();
        List<(int Number, int Actions)> acknowledged = [];
        await using (LiteDbSweepStore store = await LiteDbSweepStore.OpenAsync(
            new FailingFiles(recorded.Path, disk), new StoreOptions { Folder = recorded.Path }))
        {
            for (int number = 1; number <= Last; number++)
            {
                await Writes.DoAsync(store, number);
                acknowledged.Add((number, disk.Actions.Count));
            }
        }

        for (int moment = 0; moment <= disk.Actions.Count; moment++)
        {
            using TemporaryFolder after = new();
            before.CopyTo(after);
            Replay(disk.Actions.Take(moment), after.Path, new Random(moment));
            int[] safe = [.. acknowledged.Where(write => write.Actions <= moment).Select(write => write.Number)];
            await using (ISweepStore look = await after.OpenAsync(readOnly: true))
            {
                await NumberedWrites.AssertAsync(look, safe, Last);
            }

            await using ISweepStore store = await after.OpenAsync();
            await NumberedWrites.AssertAsync(store, safe, Last);
            await Writes.DoAsync(store, Last + 1);
            await NumberedWrites.AssertAsync(store, [.. safe, Last + 1], Last + 1);
        }
    }

    private static void Replay(IEnumerable<DiskAction> actions, string folder, Random luck)
    {
        foreach (IGrouping<string, DiskAction> file in actions.GroupBy(action => action.File))
        {
            using FileStream stream = File.Open(Path.Combine(folder, file.Key), FileMode.OpenOrCreate);
            List<DiskAction> pending = [];
            foreach (DiskAction action in file)
            {
                if (action.Kind == DiskActionKind.Flush)
                {
                    pending.ForEach(certain => Do(stream, certain));
                    pending.Clear();
                }
                else
                {
                    pending.Add(action);
                }
            }

            foreach (DiskAction uncertain in pending.Take(luck.Next(2) == 0 ? pending.Count : luck.Next(pending.Count + 1)))
            {
                // Pages are torn between sectors.
                int sectors = uncertain.Bytes.Length / Sector;
                if (uncertain.Kind == DiskActionKind.SetLength || luck.Next(2) == 0)
                {
                    Do(stream, uncertain);
                }
                else if (luck.Next(2) == 0)
                {
                    Do(stream, uncertain with { Bytes = uncertain.Bytes[..(luck.Next(sectors + 1) * Sector)] });
                }
            }
        }
    }

    private static void Do(FileStream stream, DiskAction action)
    {
        if (action.Kind == DiskActionKind.SetLength)
        {
            stream.SetLength(action.Position);
        }
        else
        {
            stream.Position = action.Position;
            stream.Write(action.Bytes);
        }
    }
}

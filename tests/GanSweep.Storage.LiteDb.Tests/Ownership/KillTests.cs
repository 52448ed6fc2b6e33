using GanSweep.Sweeps.Stores;

namespace GanSweep.Storage.LiteDb.Tests.Ownership;

public class KillTests
{
    [Fact]
    public async Task Open_AfterTheOwnerWasKilledAgainAndAgain_HasAllThatWasAcknowledged()
    {
        using TemporaryFolder folder = new();
        List<int> acknowledged = [];
        int last = 0;
        foreach (int lines in (int[])[1, 30, 77, 140, 9])
        {
            using WriterProcess writer = new(folder.Path, last + 1);
            await writer.WaitForLinesAsync(lines);
            await writer.KillAsync();
            acknowledged.AddRange(writer.Acknowledged);

            // Eight writers may each have had one under way that was not acknowledged.
            last = Math.Max(last, acknowledged.DefaultIfEmpty().Max()) + 8;

            await using ISweepStore store = await folder.OpenAsync();
            await NumberedWrites.AssertAsync(store, acknowledged, last);
        }

        Assert.InRange(acknowledged.Count, 200, int.MaxValue);
    }

    [Fact]
    public async Task Open_WhileAnotherProcessHasTheFolder_NamesItAndHowToReachIt()
    {
        using TemporaryFolder folder = new();
        using WriterProcess writer = new(folder.Path, 1);
        await writer.WaitForLinesAsync(1);

        foreach (bool readOnly in (bool[])[false, true])
        {
            StoreInUseException exception = await Assert.ThrowsAsync<StoreInUseException>(() => folder.OpenAsync(readOnly));

            Assert.Equal(folder.Path, exception.Folder);
            Assert.Equal(writer.Id, exception.ProcessId);
            Assert.Equal("localhost:30000", exception.Endpoint);
            Assert.Equal(
                $"The data folder {folder.Path} is in use by process {writer.Id}. Talk to it with --cluster localhost:30000, "
                + "wait until it has ended, or name another folder with --data DIR.",
                exception.Message);
        }

        await writer.KillAsync();
        await (await folder.OpenAsync()).DisposeAsync();
    }
}

using GanSweep.Sweeps.Stores;

namespace GanSweep.Sweeps.Tests.Stores;

/// <summary>Whole messages, as a user reads them.</summary>
public sealed class StoreExceptionTests
{
    [Fact]
    public void StoreInUse_NamesTheOwnerAndTheWayToReachIt()
    {
        StoreInUseException reachable = new("data", 42, "localhost:30000");
        Assert.Equal(
            "The data folder data is in use by process 42. Talk to it with --cluster localhost:30000, wait until it has ended, or name another folder with --data DIR.",
            reachable.Message);
        Assert.Equal(("data", 42, "localhost:30000"), (reachable.Folder, reachable.ProcessId, reachable.Endpoint));
        Assert.Equal(
            "The data folder data is in use by another process. Wait until it has ended, or name another folder with --data DIR.",
            new StoreInUseException("data", null, null).Message);
    }

    [Fact]
    public void StoreDamaged_SaysWhatToDoWithTheFile()
    {
        StoreDamagedException damaged = new("store.db", "page 3 is not whole.");
        Assert.Equal(
            "The store store.db is damaged: page 3 is not whole. 'gansweep verify' tells what can be saved, and saves it with --repair-to; or restore the file (and its -log file) from a copy.",
            damaged.Message);
        Assert.Equal("store.db", damaged.StoreFile);

        StoreDamagedException newer = StoreDamagedException.Newer("store.db", 9, 3);
        Assert.Equal(
            "The store store.db has format 9, and this version of GanSweep knows formats up to 3. Use a newer version, or name another folder with --data DIR.",
            newer.Message);
        Assert.Equal("store.db", newer.StoreFile);
    }

    [Fact]
    public void StoreFolder_SaysWhy()
    {
        Assert.Equal("The data folder data cannot be used: it is a file. Name another folder with --data DIR.", new StoreFolderException("data", "it is a file.").Message);
    }

    [Fact]
    public void StoreWrite_SaysThatNothingIsLost()
    {
        Assert.Equal(
            "The store store.db could not be written: No space left. Nothing that was acknowledged is lost. Make room on the disk or mend the folder's permissions; "
            + "the store goes on by itself once writing works again.",
            new StoreWriteException("store.db", new IOException("No space left.")).Message);
    }
}

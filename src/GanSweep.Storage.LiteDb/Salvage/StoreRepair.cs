using GanSweep.Storage.LiteDb.Files;
using GanSweep.Storage.LiteDb.Ownership;
using GanSweep.Sweeps.Stores;

namespace GanSweep.Storage.LiteDb.Salvage;

/// <summary>A new store of what is whole of another. It is made beside its place and moved there whole.</summary>
internal sealed class StoreRepair
{
    private readonly StoreFiles _place;
    private readonly StoreFiles _partial;

    private StoreRepair(StoreFiles place)
    {
        _place = place;
        _partial = new StoreFiles($"{Path.TrimEndingDirectorySeparator(place.Folder)}.partial");
    }

    /// <summary>A repair to a folder that is new or empty; so must the one be in which it is made, which goes when it fails.</summary>
    /// <exception cref="StoreFolderException">There is something.</exception>
    public static StoreRepair To(string folder)
    {
        StoreRepair repair = new(new StoreFiles(folder));
        DemandEmpty(repair._place.Folder);
        DemandEmpty(repair._partial.Folder);
        return repair;
    }

    /// <summary>Writes the store.</summary>
    public void Write(SavedStore saved)
    {
        try
        {
            Directory.CreateDirectory(_partial.Folder);
            using (FolderLock.Take(_partial, endpoint: null))
            using (StoreSession session = StoreSession.Open(_partial, readOnly: false))
            {
                saved.WriteTo(session);
            }

            if (Directory.Exists(_place.Folder))
            {
                Directory.Delete(_place.Folder);
            }

            Directory.Move(_partial.Folder, _place.Folder);
        }
        catch (Exception exception)
        {
            if (Directory.Exists(_partial.Folder))
            {
                Directory.Delete(_partial.Folder, recursive: true);
            }

            if (exception is OperationCanceledException)
            {
                throw;
            }

            throw new StoreFailures(_place).Tell(exception);
        }
    }

    private static void DemandEmpty(string folder)
    {
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            throw new StoreFolderException(folder, "it is not empty, and what is saved goes to one that is.", option: "--repair-to");
        }
    }
}

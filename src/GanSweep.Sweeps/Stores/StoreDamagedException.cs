namespace GanSweep.Sweeps.Stores;

/// <summary>The store's file holds something else than this version of GanSweep wrote to it. Nothing is repaired silently.</summary>
public sealed class StoreDamagedException : StoreException
{
    /// <summary>Names the file, what is wrong with it and the way out.</summary>
    /// <param name="file">The store's file.</param>
    /// <param name="what">What was read and how it is wrong.</param>
    /// <param name="cause">What was thrown while reading, if anything was.</param>
    public StoreDamagedException(string file, string what, Exception? cause = null)
        : base($"The store {file} is damaged: {what} 'gansweep verify' tells what can be saved, and saves it with --repair-to; or restore the file (and its -log file) from a copy.", cause)
    {
        StoreFile = file;
        What = what;
    }

    private StoreDamagedException(string file, int format, int newestKnown)
        : base($"The store {file} has format {format}, and this version of GanSweep knows formats up to {newestKnown}. "
            + "Use a newer version, or name another folder with --data DIR.")
    {
        StoreFile = file;
    }

    /// <summary>The store's file.</summary>
    public string StoreFile { get; }

    /// <summary>What was read and how it is wrong; empty if it is whole.</summary>
    public string What { get; } = "";

    /// <summary>The file is whole, but of a newer version of GanSweep.</summary>
    public static StoreDamagedException Newer(string file, int format, int newestKnown)
    {
        return new StoreDamagedException(file, format, newestKnown);
    }
}

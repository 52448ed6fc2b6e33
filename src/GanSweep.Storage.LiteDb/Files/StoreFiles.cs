namespace GanSweep.Storage.LiteDb.Files;

/// <summary>The files of a data folder.</summary>
/// <param name="folder">The data folder.</param>
internal class StoreFiles(string folder)
{
    /// <summary>The data folder, whole.</summary>
    public string Folder { get; } = Path.GetFullPath(folder);

    /// <summary>The database.</summary>
    public string Data => Path.Combine(Folder, "gansweep.db");

    /// <summary>The database's write-ahead log; empty between two groups of writes.</summary>
    public string Log => Path.Combine(Folder, "gansweep-log.db");

    /// <summary>A database that is being created. It becomes <see cref="Data"/> once it is whole.</summary>
    public string NewData => Path.Combine(Folder, "gansweep.db.new");

    /// <summary>The log of a database that is being created.</summary>
    public string NewLog => Path.Combine(Folder, "gansweep-log.db.new");

    /// <summary>The file whose lock says who owns the folder.</summary>
    public string Lock => Path.Combine(Folder, "gansweep.lock");

    /// <summary>Who that is: a process id, and in a second line an endpoint. Apart from the lock, which nobody else can read.</summary>
    public string Owner => Path.Combine(Folder, "gansweep.owner");

    /// <summary>Opens a file of the database, unbuffered. Tests put a disk beneath it that fails.</summary>
    public virtual FileStream Open(string path, FileMode mode, FileAccess access)
    {
        return new FileStream(path, mode, access, FileShare.Read, bufferSize: 0, FileOptions.RandomAccess);
    }
}

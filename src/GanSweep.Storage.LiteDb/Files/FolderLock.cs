using GanSweep.Sweeps.Stores;

namespace GanSweep.Storage.LiteDb.Files;

/// <summary>The ownership of a data folder. The operating system ends it with the process, however that ends.</summary>
internal sealed class FolderLock : IDisposable
{
    private readonly StoreFiles _files;
    private readonly FileStream _lock;
    private readonly bool _announced;

    private FolderLock(StoreFiles files, FileStream held, bool announced)
    {
        _files = files;
        _lock = held;
        _announced = announced;
    }

    /// <summary>Takes the folder and says who has it.</summary>
    /// <exception cref="StoreInUseException">Another process has it.</exception>
    public static FolderLock Take(StoreFiles files, string? endpoint)
    {
        FileStream held = Open(files, FileMode.OpenOrCreate, FileAccess.ReadWrite);
        try
        {
            File.WriteAllText(files.Owner, $"{Environment.ProcessId}\n{endpoint}");
            return new FolderLock(files, held, announced: true);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Keeps others out of the folder for a look, without a trace; null where there is no lock file to hold.</summary>
    /// <exception cref="StoreInUseException">Another process has it.</exception>
    public static FolderLock? TakeForALook(StoreFiles files)
    {
        return File.Exists(files.Lock) ? new FolderLock(files, Open(files, FileMode.Open, FileAccess.Read), announced: false) : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            if (_announced)
            {
                File.Delete(_files.Owner);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What it says is only ever read while somebody holds the lock.
        }

        _lock.Dispose();
    }

    private static FileStream Open(StoreFiles files, FileMode mode, FileAccess access)
    {
        try
        {
            return new FileStream(files.Lock, mode, access, FileShare.None);
        }
        catch (IOException refused) when (IsHeld(refused))
        {
            (int? processId, string? endpoint) = ReadOwner(files.Owner);
            throw new StoreInUseException(files.Folder, processId, endpoint);
        }
    }

    // What the system says of a lock that another process has: EWOULDBLOCK of Linux and of macOS, ERROR_SHARING_VIOLATION of Windows. A file
    // system that is read-only, full or broken says other things, and they are told as they are.
    private static bool IsHeld(IOException refused)
    {
        return refused.HResult is 11 or 35 or unchecked((int)0x80070020);
    }

    private static (int? ProcessId, string? Endpoint) ReadOwner(string file)
    {
        try
        {
            string[] lines = File.ReadAllLines(file);
            int? processId = lines.Length > 0 && int.TryParse(lines[0], out int id) ? id : null;
            return (processId, lines.Length > 1 && lines[1].Length > 0 ? lines[1] : null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The owner has only just come or is about to go: it is there all the same.
            return (null, null);
        }
    }
}

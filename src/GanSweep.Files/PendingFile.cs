namespace GanSweep.Files;

/// <summary>A file that is on the disk whole, beside its name, and takes it when it is published. Until then an older file is as it was.</summary>
public sealed class PendingFile : IDisposable
{
    private readonly string _temporary;
    private readonly string _target;

    private PendingFile(string temporary, string target)
    {
        _temporary = temporary;
        _target = target;
    }

    /// <summary>Writes it. Missing folders are made.</summary>
    /// <param name="path">Its name to be; through a link, the name of what it leads to.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="IOException">It cannot be written; nothing is left behind.</exception>
    public static async Task<PendingFile> WriteAsync(string path, Func<Stream, Task> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        string target = TargetOf(path);
        string folder = Path.GetDirectoryName(target) ?? throw new IOException($"'{path}' is a folder's name; a file is to be written.");
        Directory.CreateDirectory(folder);
        PendingFile pending = new(Path.Combine(folder, $".{Path.GetFileName(target)}.{Environment.ProcessId}.part"), target);
        try
        {
            await using FileStream stream = new(pending._temporary, FileMode.Create, FileAccess.Write, FileShare.None);
            await write(stream);
            WrittenMark.Set(stream.SafeFileHandle);
            stream.Flush(flushToDisk: true);
            return pending;
        }
        catch
        {
            pending.Dispose();
            throw;
        }
    }

    /// <summary>Removes the older file that has its name, if there is one.</summary>
    public void RemoveOlder()
    {
        File.Delete(_target);
    }

    /// <summary>Gives it its name, over an older file.</summary>
    public void Publish()
    {
        File.Move(_temporary, _target, overwrite: true);
    }

    /// <summary>Drops it, unless it was published.</summary>
    public void Dispose()
    {
        File.Delete(_temporary);
    }

    /// <summary>The full name of what a path leads to, through links.</summary>
    internal static string TargetOf(string path)
    {
        bool isLink = FileStatus.OfItself(path).Kind == FileKind.Link;
        return Path.GetFullPath((isLink ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName : null) ?? path);
    }
}

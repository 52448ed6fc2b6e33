namespace GanSweep.Files;

/// <summary>
/// The door for every file that is written where a person says. A regular file is there whole or not at all, and replaces only one that this
/// program wrote; through a link, what it leads to is replaced; pipes and devices are written to as they are.
/// </summary>
public static class OutputFile
{
    /// <summary>Finds out whether a file may be written, before anything is computed for it.</summary>
    /// <param name="path">The file, as the person named it.</param>
    /// <param name="force">Whether a file of whatever origin may be replaced.</param>
    /// <param name="inputs">Files that are read meanwhile, and never replaced.</param>
    /// <exception cref="OutputFileException">It is a folder, a socket, one of the inputs, or a file that this program did not write.</exception>
    public static void Demand(string path, bool force, params ReadOnlySpan<string> inputs)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (string.IsNullOrEmpty(path) || path.Contains('\0', StringComparison.Ordinal))
        {
            throw new OutputFileException($"\"{path.Replace('\0', '␀')}\" is no file's name. Name the file to write.");
        }

        FileStatus status = FileStatus.Of(path);
        foreach (string input in inputs)
        {
            if (status.Kind == FileKind.Regular && FileStatus.Of(input) == status && (status.Inode != 0 || Path.GetFullPath(input) == Path.GetFullPath(path)))
            {
                throw new OutputFileException($"{path} is not written: it is the file that is read. Name another file.");
            }
        }

        if (status.Kind == FileKind.Folder)
        {
            throw new OutputFileException($"{path} is not written: it is a folder. Name a file inside it.");
        }

        if (status.Kind == FileKind.Socket)
        {
            throw new OutputFileException($"{path} is not written: it is a socket. Name a file or a pipe.");
        }

        if (status.Kind == FileKind.Regular && !force && !WrittenMark.IsOn(path) && new FileInfo(PendingFile.TargetOf(path)).Length > 0)
        {
            throw new OutputFileException(
                $"{path} is not replaced: GanSweep did not write it, or it was copied here since. Name another file, or replace it with --force.");
        }
    }

    /// <summary>The room that there is for a file, in bytes; null where nobody knows, and for pipes and devices, which take what they are given.</summary>
    public static long? FreeSpaceFor(string path)
    {
        if (FileStatus.Of(path).Kind is not (FileKind.Regular or FileKind.None))
        {
            return null;
        }

        DirectoryInfo? folder = new FileInfo(PendingFile.TargetOf(path)).Directory;
        while (folder is { Exists: false })
        {
            folder = folder.Parent;
        }

        try
        {
            return folder is null ? null : new DriveInfo(folder.FullName).AvailableFreeSpace;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Writes a file. Missing folders are made. A pipe nobody reads is waited for until the token is cancelled.</summary>
    /// <param name="path">The file, as the person named it.</param>
    /// <param name="force">Whether a file of whatever origin may be replaced.</param>
    /// <param name="write">Writes the content.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="OutputFileException">As from <see cref="Demand"/>.</exception>
    /// <exception cref="IOException">The file cannot be written; nothing is left behind, and an older regular file is as it was.</exception>
    public static async Task WriteAsync(string path, bool force, Func<Stream, Task> write, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(write);
        Demand(path, force);
        if (FileStatus.Of(path).Kind is FileKind.Pipe or FileKind.Device)
        {
            await WriteThroughAsync(path, write, cancellationToken);
            return;
        }

        using PendingFile pending = await PendingFile.WriteAsync(path, write);
        pending.Publish();
    }

    private static async Task WriteThroughAsync(string path, Func<Stream, Task> write, CancellationToken cancellationToken)
    {
        // To open a pipe takes until somebody opens its other end, and no token ends that: the thread is left behind.
        await using FileStream stream = await Task.Run(() => new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite), cancellationToken)
            .WaitAsync(cancellationToken);
        await write(stream);
    }
}

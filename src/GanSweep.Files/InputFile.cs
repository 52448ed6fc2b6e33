namespace GanSweep.Files;

/// <summary>The door for every file that comes from outside: regular files and pipes are read, to a limit; anything else is refused in words.</summary>
public static class InputFile
{
    // Pipes and files that grow are read in parts of this many bytes.
    private const int PartLength = 256 << 10;

    /// <summary>Reads a whole file. A pipe nobody writes to is waited for until the token is cancelled.</summary>
    /// <param name="path">The file, as the person named it.</param>
    /// <param name="what">What it should be, with its article: "a sweep.json".</param>
    /// <param name="mostBytes">The longest it may be.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InputFileException">There is no such file, it cannot be read, it is too long, or it is a folder, a device or a socket.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(string path, string what, int mostBytes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(path);

        // To open a pipe takes until somebody opens its other end, and no token ends that: the thread is left behind.
        return await Task.Run(() => Read(path, what, mostBytes), cancellationToken).WaitAsync(cancellationToken);
    }

    /// <summary>Reads a file as a stream, whose length is known if it can be sought in. A pipe nobody writes to is waited for until the token is cancelled.</summary>
    /// <param name="path">The file, as the person named it.</param>
    /// <param name="what">What it should be, with its article: "a CSV file".</param>
    /// <param name="read">Reads it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InputFileException">There is no such file, it cannot be read, or it is a folder, a device or a socket.</exception>
    public static async Task<T> ReadAsync<T>(string path, string what, Func<Stream, Task<T>> read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(read);
        return await Task.Run(() => OpenAsync(path, what, read), cancellationToken).WaitAsync(cancellationToken);
    }

    internal static ReadOnlyMemory<byte> Read(string path, string what, int mostBytes)
    {
        using FileStream file = Open(path, what);
        try
        {
            return ReadToEnd(file, path, what, mostBytes);
        }
        catch (IOException failure)
        {
            throw Unreadable(path, what, failure);
        }
    }

    private static async Task<T> OpenAsync<T>(string path, string what, Func<Stream, Task<T>> read)
    {
        await using FileStream file = Open(path, what);
        try
        {
            return await read(file);
        }
        catch (IOException failure)
        {
            throw Unreadable(path, what, failure);
        }
    }

    private static FileStream Open(string path, string what)
    {
        if (string.IsNullOrEmpty(path) || path.Contains('\0', StringComparison.Ordinal))
        {
            throw new InputFileException($"\"{path.Replace('\0', '␀')}\" is no file's name. Give the path of {what}.");
        }

        Demand(FileStatus.Of(path).Kind, path, what);
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputFileException($"There is no file {path} (looked for {Path.GetFullPath(path)}). Give the path of {what}.");
        }
        catch (UnauthorizedAccessException failure)
        {
            throw new InputFileException($"{path} may not be read by this user. Give the path of {what} that may be read.", failure);
        }
        catch (Exception failure) when (failure is IOException or NotSupportedException or ArgumentException)
        {
            throw Unreadable(path, what, failure);
        }
    }

    private static void Demand(FileKind kind, string path, string what)
    {
        switch (kind)
        {
            case FileKind.Folder:
                throw new InputFileException($"{path} cannot be read: it is a folder. Give the path of {what}.");
            case FileKind.Device:
                throw new InputFileException($"{path} cannot be read: it is a device, not a file. Give the path of {what}, or a pipe.");
            case FileKind.Socket:
                throw new InputFileException($"{path} cannot be read: it is a socket, not a file. Give the path of {what}, or a pipe.");
        }
    }

    private static ReadOnlyMemory<byte> ReadToEnd(FileStream file, string path, string what, int mostBytes)
    {
        // What says that it has no length may have a content: a pipe has no length before its end, and files of the system say 0.
        long length = file.CanSeek ? file.Length : 0;
        if (length > mostBytes)
        {
            throw TooLong(path, what, $"{length:N0}", mostBytes);
        }

        // One byte more than there should be: the end is seen without another part.
        byte[] content = new byte[Math.Max((int)length + 1, Math.Min(PartLength, mostBytes + 1))];
        int read = 0;
        while (file.Read(content, read, content.Length - read) is > 0 and var part)
        {
            read += part;
            if (read > mostBytes)
            {
                throw TooLong(path, what, $"more than {mostBytes:N0}", mostBytes);
            }

            if (read == content.Length)
            {
                Array.Resize(ref content, (int)Math.Min(2L * content.Length, mostBytes + 1L));
            }
        }

        return content.AsMemory(0, read);
    }

    private static InputFileException Unreadable(string path, string what, Exception failure)
    {
        return new InputFileException($"{path} cannot be read: {failure.Message} Give the path of {what} that can be read.", failure);
    }

    private static InputFileException TooLong(string path, string what, string length, int mostBytes)
    {
        return new InputFileException($"{path} has {length} bytes; {what} may have {mostBytes:N0}. Give a shorter one.");
    }
}

namespace GanSweep.Silo.Certificates;

/// <summary>Writes files that their owner alone may read: they are so from their first byte, and are there whole or not at all.</summary>
internal static class PrivateFile
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes a folder that its owner alone may enter; one that is there stays as it is.</summary>
    public static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, Owner | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Writes a file.</summary>
    /// <exception cref="IOException">It is there and may not be replaced, or cannot be written.</exception>
    public static void Write(string path, string text, bool replace)
    {
        string pending = $"{path}.{Guid.NewGuid():N}.new";
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = Owner;
        }

        try
        {
            using (StreamWriter writer = new(pending, options))
            {
                writer.Write(text);
                writer.Flush();
                ((FileStream)writer.BaseStream).Flush(flushToDisk: true);
            }

            File.Move(pending, path, replace);
        }
        catch
        {
            File.Delete(pending);
            throw;
        }
    }
}

using System.Runtime.InteropServices;

namespace GanSweep.Files;

/// <summary>What a path leads to: its kind, and which file of the machine it is. Two statuses are equal if they are of one file.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Device">The number of the device that holds it; 0 where the system does not tell.</param>
/// <param name="Inode">The number of the file on that device; 0 where the system does not tell.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct FileStatus(FileKind Kind, ulong Device, ulong Inode)
{
    /// <summary>The status of what a path leads to, through links.</summary>
    /// <param name="path">Any path.</param>
    public static FileStatus Of(string path)
    {
        return Of(path, followLinks: true);
    }

    /// <summary>The status of a path itself: of a link, not of what it leads to.</summary>
    /// <param name="path">Any path.</param>
    public static FileStatus OfItself(string path)
    {
        return Of(path, followLinks: false);
    }

    private static FileStatus Of(string path, bool followLinks)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (OperatingSystem.IsLinux())
        {
            return LinuxStatus.Of(path, followLinks);
        }

        FileKind kind = !followLinks && new FileInfo(path).LinkTarget is not null ? FileKind.Link
            : Directory.Exists(path) ? FileKind.Folder
            : File.Exists(path) ? FileKind.Regular
            : FileKind.None;
        return new FileStatus(kind, 0, 0);
    }
}

using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace GanSweep.Files;

/// <summary>
/// The mark of files that this program wrote, so that it replaces them and nothing else: an extended attribute (xattr(7) of the Linux manual).
/// A file that was copied, or lies where there are no attributes, has none.
/// </summary>
internal static partial class WrittenMark
{
    private const string Name = "user.gansweep.written";

    /// <summary>Marks an open file, where that can be done.</summary>
    public static void Set(SafeFileHandle file)
    {
        if (OperatingSystem.IsLinux())
        {
            byte value = (byte)'1';
            _ = FSetXAttr(file, Name, ref value, 1, 0);
        }
    }

    /// <summary>Whether a file is marked.</summary>
    public static bool IsOn(string path)
    {
        byte value = 0;
        return OperatingSystem.IsLinux() && GetXAttr(path, Name, ref value, 1) == 1;
    }

    [LibraryImport("libc", EntryPoint = "fsetxattr", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int FSetXAttr(SafeFileHandle file, string name, ref byte value, nint size, int flags);

    [LibraryImport("libc", EntryPoint = "getxattr", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint GetXAttr(string path, string name, ref byte value, nint size);
}

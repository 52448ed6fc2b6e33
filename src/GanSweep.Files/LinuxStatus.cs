using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace GanSweep.Files;

/// <summary><c>statx</c>, whose answer has one layout on every processor (statx(2) of the Linux manual).</summary>
internal static partial class LinuxStatus
{
    private const int Length = 256;
    private const int ModeAt = 28;
    private const int InodeAt = 32;
    private const int DeviceMajorAt = 136;
    private const int DeviceMinorAt = 140;

    private const int FromWorkingFolder = -100;
    private const int NoFollow = 0x100;
    private const uint TypeAndInode = 0x1 | 0x100;

    public static FileStatus Of(string path, bool followLinks)
    {
        Span<byte> answer = stackalloc byte[Length];
        answer.Clear();
        if (Statx(FromWorkingFolder, path, followLinks ? 0 : NoFollow, TypeAndInode, ref MemoryMarshal.GetReference(answer)) != 0)
        {
            return default;
        }

        ulong device = ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(answer[DeviceMajorAt..]) << 32) | BinaryPrimitives.ReadUInt32LittleEndian(answer[DeviceMinorAt..]);
        return new FileStatus(
            KindOf(BinaryPrimitives.ReadUInt16LittleEndian(answer[ModeAt..])), device, BinaryPrimitives.ReadUInt64LittleEndian(answer[InodeAt..]));
    }

    // The upper four bits of a mode.
    private static FileKind KindOf(int mode)
    {
        return (mode >> 12) switch
        {
            0x1 => FileKind.Pipe,
            0x2 or 0x6 => FileKind.Device,
            0x4 => FileKind.Folder,
            0x8 => FileKind.Regular,
            0xA => FileKind.Link,
            0xC => FileKind.Socket,
            _ => FileKind.None,
        };
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Statx(int folder, string path, int flags, uint mask, ref byte answer);
}

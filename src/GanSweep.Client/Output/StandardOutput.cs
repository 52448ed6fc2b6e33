using Microsoft.Win32.SafeHandles;

namespace GanSweep.Client.Output;

/// <summary>Standard output as bytes.</summary>
internal static class StandardOutput
{
    /// <summary>What stands for it where a file is named.</summary>
    public const string Name = "-";

    /// <summary>Opens it. Unlike the console's own stream, a pipe throws when its reader has gone, so that a long stream of rows can end.</summary>
    public static Stream Open()
    {
        if (OperatingSystem.IsWindows())
        {
            return Console.OpenStandardOutput();
        }

        SafeFileHandle handle = new(1, ownsHandle: false);
        FileStream stream = new(handle, FileAccess.Write, bufferSize: 0);

        // A FileStream keeps positions of its own in a regular file, and would overwrite what others write to it.
        return stream.CanSeek ? Console.OpenStandardOutput() : stream;
    }

    /// <summary>Whether writing failed because nobody is reading any longer (<c>gansweep sample … | head</c>): an end, not an error.</summary>
    public static bool IsClosedPipe(IOException exception)
    {
        const int BrokenPipe = 32;
        const int WindowsNoData = unchecked((int)0x800700E8);
        return exception.HResult is BrokenPipe or WindowsNoData;
    }
}

using System.Runtime.InteropServices;

namespace GanSweep.Silo;

/// <summary>Ends the process at once: no finalisation, no exit handlers, which could wait for a training or pull libtorch from under one.</summary>
public static partial class ProcessExit
{
    /// <summary>Ends it.</summary>
    /// <param name="code">Its exit code.</param>
    public static void At(int code)
    {
        if (OperatingSystem.IsWindows())
        {
            Environment.Exit(code);
        }

        ExitNow(code);
    }

    [LibraryImport("libc", EntryPoint = "_exit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void ExitNow(int status);
}

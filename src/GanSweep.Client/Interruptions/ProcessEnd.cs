using System.Runtime.InteropServices;
using GanSweep.Client.Errors;

namespace GanSweep.Client.Interruptions;

/// <summary>Ends the process at once: no finalisation, no exit handlers, which could wait for a training or pull libtorch from under one.</summary>
internal static partial class ProcessEnd
{
    private const string ShowCursor = "\e[?25h";

    public static void At(ExitCode code)
    {
        if (!Console.IsErrorRedirected)
        {
            Console.Error.Write(ShowCursor);
        }

        if (OperatingSystem.IsWindows())
        {
            Environment.Exit((int)code);
        }

        ExitNow((int)code);
    }

    [LibraryImport("libc", EntryPoint = "_exit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void ExitNow(int status);
}

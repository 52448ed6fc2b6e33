using System.ComponentModel;
using System.Diagnostics;

namespace GanSweep.Client.Results;

/// <summary>The desktop that the program was started on, if it was.</summary>
internal static class Desktop
{
    private const string Opener = "xdg-open";

    /// <summary>Opens a page in the user's browser where there is a desktop; elsewhere, and where that fails, nothing happens: the address has been printed.</summary>
    /// <param name="page">The page.</param>
    /// <param name="variable">Environment variables.</param>
    public static void Open(Uri page, Func<string, string?> variable)
    {
        if (string.IsNullOrEmpty(variable("DISPLAY")) && string.IsNullOrEmpty(variable("WAYLAND_DISPLAY")))
        {
            return;
        }

        try
        {
            ProcessStartInfo start = new(Opener, page.ToString()) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
            using Process? opener = Process.Start(start);
        }
        catch (Win32Exception)
        {
            // There is no such program.
        }
    }
}

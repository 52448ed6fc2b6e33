using GanSweep.Client.Errors;
using GanSweep.Silo;

namespace GanSweep.Client.Interruptions;

/// <summary>Ends the program at once, its terminal as it was.</summary>
internal static class ProcessEnd
{
    private const string ShowCursor = "\e[?25h";

    public static void At(ExitCode code)
    {
        if (!Console.IsErrorRedirected)
        {
            Console.Error.Write(ShowCursor);
        }

        ProcessExit.At((int)code);
    }
}

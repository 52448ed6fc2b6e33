using System.Runtime.InteropServices;

namespace GanSweep.Benchmarks.Trainer;

/// <summary>Time that a core works for a thread, however many others share it.</summary>
internal static unsafe partial class ProcessorTime
{
    // CLOCK_THREAD_CPUTIME_ID of Linux.
    private const int OfThread = 3;
    private const double Nanosecond = 1e-9;

    /// <summary>Seconds that some work takes, of which all is done on the calling thread.</summary>
    public static double Of(Action work)
    {
        double start = Now();
        work();
        return Now() - start;
    }

    /// <summary>Seconds that some work takes on all threads together: libtorch takes a second one for some operations, whatever it is told.</summary>
    public static double OfAllThreads(Action work)
    {
        TimeSpan start = Environment.CpuUsage.TotalTime;
        work();
        return (Environment.CpuUsage.TotalTime - start).TotalSeconds;
    }

    private static double Now()
    {
        long* time = stackalloc long[2]; // seconds, nanoseconds
        return ReadClock(OfThread, time) == 0 ? time[0] + (time[1] * Nanosecond) : throw new PlatformNotSupportedException("There is no clock of a thread here.");
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int ReadClock(int clock, long* time);
}

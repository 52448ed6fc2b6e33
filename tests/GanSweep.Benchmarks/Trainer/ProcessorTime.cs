namespace GanSweep.Benchmarks.Trainer;

/// <summary>Time that a core works for this program, however many others share it.</summary>
internal static class ProcessorTime
{
    /// <summary>Seconds that some work takes, of which all is done on the calling thread.</summary>
    public static double Of(Action work)
    {
        TimeSpan start = Environment.CpuUsage.TotalTime;
        work();
        return (Environment.CpuUsage.TotalTime - start).TotalSeconds;
    }
}

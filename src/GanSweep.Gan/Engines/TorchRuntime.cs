using TorchSharp;

namespace GanSweep.Gan.Engines;

/// <summary>libtorch's settings for the process and its threads.</summary>
public static class TorchRuntime
{
    private static readonly Lazy<bool> ProcessIsSet = new(SetProcess);

    [ThreadStatic]
    private static bool _threadIsSet;

    /// <summary>
    /// Gives the calling thread one thread in libtorch: a step on networks of this size is slower with two, and sums must be taken in one
    /// order. Runs share the machine by running side by side. To be called on every thread before its first tensor; again is harmless.
    /// </summary>
    /// <remarks>
    /// OpenMP keeps the number of threads by calling thread. libtorch hands the process's number to a new thread only at its first loop of
    /// its own; matrix products before that would run, in MKL, on as many threads as there are cores, and sum in another order.
    /// </remarks>
    public static void Initialize()
    {
        _ = ProcessIsSet.Value;
        if (!_threadIsSet)
        {
            torch.set_num_threads(1);
            _threadIsSet = true;
        }
    }

    private static bool SetProcess()
    {
        torch.set_num_interop_threads(1);
        return true;
    }
}

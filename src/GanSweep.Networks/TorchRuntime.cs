using TorchSharp;

namespace GanSweep.Networks;

/// <summary>libtorch's settings for the process and for the threads that compute.</summary>
public static class TorchRuntime
{
    private static readonly Lazy<bool> Process = new(() =>
    {
        torch.set_num_interop_threads(1);
        return true;
    });

    [ThreadStatic]
    private static bool _threadIsSet;

    /// <summary>
    /// Makes libtorch compute on the calling thread alone: a step on networks of this size is slower on two, and sums must be taken in one
    /// order. Runs share the machine by running side by side. To be called by a host before the first tensor, and on every thread that
    /// computes (engines and samplers do so themselves); again is harmless.
    /// </summary>
    /// <remarks>
    /// Once for the process is not enough: MKL keeps its number of threads by thread, and a new one starts with all cores until
    /// libtorch happens to set it there.
    /// </remarks>
    public static void Initialize()
    {
        if (!_threadIsSet)
        {
            _ = Process.Value;
            torch.set_num_threads(1);
            _threadIsSet = true;
        }
    }
}

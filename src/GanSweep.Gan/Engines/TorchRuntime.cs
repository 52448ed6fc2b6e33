using TorchSharp;

namespace GanSweep.Gan.Engines;

/// <summary>libtorch's settings for the process.</summary>
public static class TorchRuntime
{
    private static readonly Lazy<bool> Initialised = new(SetThreads);

    /// <summary>
    /// Gives every training one thread: a step on networks of this size is slower with two, and sums must be taken in one order. Runs
    /// share the machine by running side by side. To be called before the first tensor; again is harmless.
    /// </summary>
    public static void Initialize()
    {
        _ = Initialised.Value;
    }

    private static bool SetThreads()
    {
        torch.set_num_threads(1);
        torch.set_num_interop_threads(1);
        return true;
    }
}

using GanSweep.Client.Output;

namespace GanSweep.Client.Progress;

/// <summary>Chooses how progress is shown.</summary>
internal static class ProgressDisplays
{
    /// <summary>In place on a terminal, as occasional lines elsewhere.</summary>
    /// <param name="error">Standard error.</param>
    /// <param name="time">The clock.</param>
    /// <param name="varyingKeys">The configuration keys that tell the sweep's runs apart.</param>
    public static IProgressDisplay Open(ErrorConsole error, TimeProvider time, IReadOnlyList<string> varyingKeys)
    {
        return error.CanRedraw ? new LiveDisplay(error, varyingKeys) : new LineDisplay(error, time, varyingKeys);
    }
}

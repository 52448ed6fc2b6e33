
namespace GanSweep.Client.Sessions;

/// <summary>A cluster that has answered no longer does. What was asked of it last may have been done or not.</summary>
/// <param name="address">Where it was reached.</param>
/// <param name="reason">What happened.</param>
/// <param name="innerException">The failure.</param>
internal sealed class ClusterLostException(ClusterAddress address, string reason, Exception? innerException = null)
    : Exception($"The GanSweep cluster at {address} does not answer any more: {reason}. What it has on disk is safe, and its trainers go on. Give "
        + "the same command again when its coordinator is back.", innerException)
{
    /// <summary>What happened.</summary>
    public string Reason { get; } = reason;
}

namespace GanSweep.Client.Sessions;

/// <summary>A cluster is there, and does not let this program in, or this program does not trust it.</summary>
/// <param name="address">Where it is reached.</param>
/// <param name="reason">What is wrong and what to do.</param>
/// <param name="innerException">The failure.</param>
internal sealed class ClusterRefusedException(ClusterAddress address, string reason, Exception? innerException = null)
    : Exception($"The GanSweep cluster at {address} is there, but {reason}.", innerException);


namespace GanSweep.Client.Sessions;

/// <summary>Nothing that speaks for a cluster answers at an address.</summary>
/// <param name="address">The address.</param>
/// <param name="reason">What happened.</param>
/// <param name="innerException">The failure.</param>
internal sealed class ClusterUnreachableException(ClusterAddress address, string reason, Exception? innerException = null)
    : Exception($"No GanSweep cluster answers at {address}: {reason.TrimEnd('.')}. {address.Advice}", innerException);

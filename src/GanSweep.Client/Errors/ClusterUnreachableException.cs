namespace GanSweep.Client.Errors;

/// <summary>Nothing that speaks for a cluster answers at an address.</summary>
/// <param name="address">HOST:PORT.</param>
/// <param name="reason">What happened.</param>
/// <param name="innerException">The failure.</param>
internal sealed class ClusterUnreachableException(string address, string reason, Exception? innerException = null)
    : Exception($"No GanSweep cluster answers at {address}: {reason} Is a silo running there, and is this its gateway's port (30000 unless "
        + "told otherwise)? Start one with gansweep-silo, or leave --cluster out to work on a data folder of this machine.", innerException);

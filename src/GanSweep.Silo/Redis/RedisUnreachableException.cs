namespace GanSweep.Silo.Redis;

/// <summary>The cluster's Redis does not answer.</summary>
/// <param name="address">Its address.</param>
/// <param name="innerException">What was tried.</param>
internal sealed class RedisUnreachableException(string address, Exception innerException) : Exception(
    $"The Redis at {Shown(address)} does not answer. Start it, or name another with --redis HOST:PORT.", innerException)
{
    /// <summary>Its address.</summary>
    public string Address { get; } = Shown(address);

    // Endpoints of names are printed with their address family.
    private static string Shown(string address)
    {
        return address.StartsWith("Unspecified/", StringComparison.Ordinal) ? address["Unspecified/".Length..] : address;
    }
}

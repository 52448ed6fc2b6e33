using StackExchange.Redis;

namespace GanSweep.Silo.Redis;

/// <summary>The cluster's Redis does not answer, or asks for a password.</summary>
/// <param name="address">Its address.</param>
/// <param name="innerException">What was tried.</param>
internal sealed class RedisUnreachableException(string address, Exception innerException) : Exception(
    AsksForPassword(innerException)
        ? $"The Redis at {Shown(address)} asks for a password, or for another one. Say --redis {Shown(address)},passwordFile=FILE, with the password in the file."
        : $"The Redis at {Shown(address)} does not answer. Start it, or name another with --redis HOST:PORT.",
    innerException)
{
    /// <summary>Its address.</summary>
    public string Address { get; } = Shown(address);

    private static bool AsksForPassword(Exception failure)
    {
        return failure is RedisConnectionException { FailureType: ConnectionFailureType.AuthenticationFailure }
            || failure.GetBaseException().Message is { } message
            && (message.Contains("NOAUTH", StringComparison.Ordinal) || message.Contains("WRONGPASS", StringComparison.Ordinal));
    }

    // Endpoints of names are printed with their address family.
    private static string Shown(string address)
    {
        return address.StartsWith("Unspecified/", StringComparison.Ordinal) ? address["Unspecified/".Length..] : address;
    }
}

using System.Net;
using System.Net.Sockets;

namespace GanSweep.Web.Access;

/// <summary>
/// Lets each address be wrong ten times at once and then once every six seconds. Networks of IPv6 count as one address, as one person has them;
/// what is remembered is bounded, and forgotten once it says nothing any more.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class GuessLimiter(TimeProvider time)
{
    /// <summary>How many addresses are remembered at most.</summary>
    public const int MostAddresses = 4096;

    private const int MostAtOnce = 10;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(6);

    // When an address will have been forgiven everything.
    private readonly Dictionary<IPAddress, DateTimeOffset> _forgiven = [];
    private readonly Lock _lock = new();

    /// <summary>How many addresses are remembered.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _forgiven.Count;
            }
        }
    }

    /// <summary>How long an address has to wait before what it shows is looked at; null if it need not.</summary>
    public TimeSpan? WaitOf(IPAddress address)
    {
        lock (_lock)
        {
            TimeSpan wait = _forgiven.GetValueOrDefault(NetworkOf(address)) - time.GetUtcNow() - (Interval * (MostAtOnce - 1));
            return wait > TimeSpan.Zero ? wait : null;
        }
    }

    /// <summary>An address was wrong.</summary>
    public void Note(IPAddress address)
    {
        IPAddress network = NetworkOf(address);
        lock (_lock)
        {
            DateTimeOffset now = time.GetUtcNow();
            DateTimeOffset since = _forgiven.GetValueOrDefault(network);
            if (since == default && _forgiven.Count >= MostAddresses)
            {
                MakeRoom(now);
            }

            _forgiven[network] = (since > now ? since : now) + Interval;
        }
    }

    private void MakeRoom(DateTimeOffset now)
    {
        foreach (IPAddress forgiven in _forgiven.Where(entry => entry.Value <= now).Select(entry => entry.Key).ToList())
        {
            _forgiven.Remove(forgiven);
        }

        if (_forgiven.Count >= MostAddresses)
        {
            _forgiven.Remove(_forgiven.MinBy(entry => entry.Value).Key);
        }
    }

    private static IPAddress NetworkOf(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address;
        }

        byte[] bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }
}

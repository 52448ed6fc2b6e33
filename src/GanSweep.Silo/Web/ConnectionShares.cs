using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging;

namespace GanSweep.Silo.Web;

/// <summary>
/// Takes so many connections of a listener, and of one address only a part of those, so that it cannot keep all others out by holding its own.
/// Kestrel's own limit knows no addresses, and writes a line for each connection that it closes.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="logger">Where it is said, once a minute, that some were closed.</param>
internal sealed partial class ConnectionShares(TimeProvider time, ILogger<ConnectionShares> logger)
{
    /// <summary>The most connections in all.</summary>
    public const int Most = 1000;

    /// <summary>The most connections of one address.</summary>
    public const int MostOfOne = 200;

    private static readonly TimeSpan SayInterval = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<IPAddress, int> _open = [];
    private readonly Lock _saying = new();
    private int _all;
    private long? _saidAt;

    /// <summary>Serves a connection, or closes it at once.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="next">What serves it.</param>
    public async Task ServeAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        IPAddress address = (connection.RemoteEndPoint as IPEndPoint)?.Address ?? IPAddress.None;
        int all = Interlocked.Increment(ref _all);
        int own = _open.AddOrUpdate(address, 1, (_, open) => open + 1);
        try
        {
            if (all > Most || own > MostOfOne)
            {
                Say(address);
                connection.Abort();
                return;
            }

            await next(connection);
        }
        finally
        {
            Interlocked.Decrement(ref _all);
            if (_open.AddOrUpdate(address, 0, (_, open) => open - 1) == 0)
            {
                _open.TryRemove(new KeyValuePair<IPAddress, int>(address, 0));
            }
        }
    }

    private void Say(IPAddress address)
    {
        lock (_saying)
        {
            if (_saidAt is { } said && time.GetElapsedTime(said) < SayInterval)
            {
                return;
            }

            _saidAt = time.GetTimestamp();
        }

        LogClosed(address, MostOfOne, Most);
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Connections are closed as they come, one of {Address} first: {MostOfOne} of an address are taken, and {Most} in all. This is said once a minute")]
    private partial void LogClosed(IPAddress address, int mostOfOne, int most);
}

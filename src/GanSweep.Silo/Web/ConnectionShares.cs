using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Connections;

namespace GanSweep.Silo.Web;

/// <summary>Lets one address have only so many of a listener's connections, so that it cannot take those of all others by holding its own.</summary>
internal sealed class ConnectionShares
{
    /// <summary>The most connections of one address.</summary>
    public const int Most = 200;

    private readonly ConcurrentDictionary<IPAddress, int> _open = [];

    /// <summary>Serves a connection, or closes it at once.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="next">What serves it.</param>
    public async Task ServeAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        IPAddress address = (connection.RemoteEndPoint as IPEndPoint)?.Address ?? IPAddress.None;
        try
        {
            if (_open.AddOrUpdate(address, 1, (_, open) => open + 1) > Most)
            {
                connection.Abort();
                return;
            }

            await next(connection);
        }
        finally
        {
            if (_open.AddOrUpdate(address, 0, (_, open) => open - 1) == 0)
            {
                _open.TryRemove(new KeyValuePair<IPAddress, int>(address, 0));
            }
        }
    }
}

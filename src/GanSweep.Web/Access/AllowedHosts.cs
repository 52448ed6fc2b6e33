using System.Collections.Frozen;
using System.Net;
using Microsoft.AspNetCore.Http;

namespace GanSweep.Web.Access;

/// <summary>
/// The names by which the door answers. A page elsewhere can have its own name lead to this machine's loopback (DNS rebinding), and would then be
/// of the door's origin; but it cannot have the door take that name for its own.
/// </summary>
/// <param name="options">Where the door is.</param>
internal sealed class AllowedHosts(WebDoorOptions options)
{
    private readonly FrozenSet<string> _names = ((IEnumerable<string>)["localhost", "127.0.0.1", "::1", .. options.Names.Select(name => name.Trim('[', ']')), .. options.Url is { } url ? [url.IdnHost] : (string[])[]])
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a request asks for the door by one of its names. The port is not looked at: it may be forwarded from another.</summary>
    public bool Allow(HttpContext context)
    {
        string host = context.Request.Host.Host.Trim('[', ']');
        return _names.Contains(host)
            || (IPAddress.TryParse(host, out IPAddress? address) && (address.Equals(options.Address) || address.Equals(Local(context))));
    }

    private static IPAddress? Local(HttpContext context)
    {
        IPAddress? address = context.Connection.LocalIpAddress;
        return address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
    }
}

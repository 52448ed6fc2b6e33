using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace GanSweep.Silo.Settings;

/// <summary>Where pages and API are served: at an address of this machine, or at all of them.</summary>
/// <param name="Host">The IP address; null for every address of this machine.</param>
/// <param name="Port">The port; 0 for a free one.</param>
internal sealed record HttpAddress(IPAddress? Host, int Port)
{
    /// <summary>What is said in place of an address where nothing is to be served.</summary>
    public const string Off = "off";

    private const string Everywhere = "*";

    /// <summary>Whether this machine alone can reach it.</summary>
    public bool IsLoopback => Host is not null && IPAddress.IsLoopback(Host);


    private string HostText => Host is null ? Everywhere : Host.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{Host}]" : Host.ToString();

    /// <summary>Reads <c>HOST:PORT</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="address">The address; null where nothing is to be served.</param>
    /// <returns>Whether the text is an address or <see cref="Off"/>.</returns>
    public static bool TryParse(string text, out HttpAddress? address)
    {
        address = null;
        if (text == Off)
        {
            return true;
        }

        int colon = text.LastIndexOf(':');
        if (colon < 1 || !int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int port) || port > IPEndPoint.MaxPort)
        {
            return false;
        }

        string host = text[..colon];
        if (host is Everywhere)
        {
            address = new HttpAddress(null, port);
            return true;
        }

        bool isInBrackets = host.StartsWith('[') && host.EndsWith(']');
        IPAddress? found = host == "localhost" ? IPAddress.Loopback : IPAddress.TryParse(isInBrackets ? host[1..^1] : host, out IPAddress? parsed) ? parsed : null;
        if (found is null || isInBrackets != (found.AddressFamily == AddressFamily.InterNetworkV6))
        {
            return false;
        }

        address = new HttpAddress(found, port);
        return true;
    }

    /// <summary>What a browser on this machine is told.</summary>
    /// <param name="isTls">Whether it is served with a certificate.</param>
    public string Url(bool isTls)
    {
        return $"{(isTls ? "https" : "http")}://{(Host is null ? "localhost" : HostText)}:{Port}/";
    }

    /// <summary>The address as the option says it.</summary>
    public override string ToString()
    {
        return $"{HostText}:{Port}";
    }
}

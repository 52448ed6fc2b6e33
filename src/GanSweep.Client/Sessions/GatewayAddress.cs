using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace GanSweep.Client.Sessions;

/// <summary>HOST:PORT of the gateway of a cluster's coordinator.</summary>
internal sealed record GatewayAddress(string Host, int Port) : OrleansAddress
{
    public override string Advice => "Is a silo running there, and is this its gateway's port (30000 unless told otherwise)? Start one with "
        + "gansweep-silo, or name a data folder of this machine with --data DIR.";

    /// <summary>Reads an address: localhost:30000, 10.0.0.7:30000, [::1]:30000. Null if it is none.</summary>
    public static GatewayAddress? Parse(string text)
    {
        int colon = text.LastIndexOf(':');
        return colon > 0 && int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int port)
            && port is > 0 and <= 65_535 && Uri.CheckHostName(text[..colon].Trim('[', ']')) != UriHostNameType.Unknown
            ? new GatewayAddress(text[..colon].Trim('[', ']'), port)
            : null;
    }

    public override string ToString()
    {
        return Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]:{Port}" : $"{Host}:{Port}";
    }

    /// <inheritdoc/>
    public override async Task<ClusterWay> FindAsync(Action<string> waiting, CancellationToken cancellationToken)
    {
        IPEndPoint gateway = await ResolveAsync(cancellationToken);

        // A port where nothing listens refuses at once; Orleans would try again until its patience ends.
        using Socket socket = new(gateway.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(gateway, cancellationToken);
        }
        catch (SocketException exception)
        {
            throw new ClusterUnreachableException(this, exception.Message, exception);
        }

        return new ClusterWay(client => client.UseStaticClustering(gateway), gateway);
    }

    private async Task<IPEndPoint> ResolveAsync(CancellationToken cancellationToken)
    {
        try
        {
            IPAddress[] candidates = await Dns.GetHostAddressesAsync(Host, cancellationToken);
            IPAddress chosen = candidates.FirstOrDefault(candidate => candidate.AddressFamily == AddressFamily.InterNetwork) ?? candidates[0];
            return new IPEndPoint(chosen, Port);
        }
        catch (SocketException exception)
        {
            throw new ClusterUnreachableException(this, $"the name '{Host}' is not known", exception);
        }
    }
}

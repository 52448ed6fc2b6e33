using System.Net;
using System.Net.Sockets;

namespace GanSweep.Cluster.Tests.Clusters;

/// <summary>Ports of the loopback.</summary>
internal static class Ports
{
    /// <summary>One that nobody listens on.</summary>
    public static int Free()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

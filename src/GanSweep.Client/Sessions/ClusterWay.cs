using System.Net;

namespace GanSweep.Client.Sessions;

/// <summary>The way to a cluster that is there.</summary>
/// <param name="Configure">How a client is set up to go there.</param>
/// <param name="Gateway">The gateway of a coordinator that it will come to.</param>
internal sealed record ClusterWay(Action<IClientBuilder> Configure, IPEndPoint Gateway);

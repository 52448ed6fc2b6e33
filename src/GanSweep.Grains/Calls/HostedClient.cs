using Orleans.Runtime;

namespace GanSweep.Grains.Calls;

/// <summary>The client that each silo has within itself: its own calls from outside of grains come from there.</summary>
public static class HostedClient
{
    private static readonly byte[] Prefix = "hosted-"u8.ToArray();

    /// <summary>Whether the id of a client is that of such a one. No client that connects may have one.</summary>
    public static bool Is(GrainId client)
    {
        return client.Key.AsSpan().StartsWith(Prefix);
    }
}

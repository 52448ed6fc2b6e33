using System.Net;

namespace GanSweep.Web.Access;

/// <summary>Where the door is, and what is asked there.</summary>
public sealed class WebDoorOptions
{
    /// <summary>The address that is listened on; null for every address of this machine.</summary>
    public required IPAddress? Address { get; init; }

    /// <summary>The port.</summary>
    public required int Port { get; init; }

    /// <summary>Names and addresses beside its own under which browsers may ask for it.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>The address under which browsers ask for it, where that is another than it is served at.</summary>
    public Uri? Url { get; init; }

    /// <summary>Whether keys come to it in the clear, by a network.</summary>
    public bool IsClear { get; init; }

    /// <summary>Whether others can reach it, and it was said that this is meant even without keys or in the clear.</summary>
    public bool IsInsecure { get; init; }

    /// <summary>Who vouches for people beside their keys; null if nobody does.</summary>
    public IssuerOptions? Issuer { get; init; }

    /// <summary>Whether others than this machine reach it, directly or through something that stands in front of it.</summary>
    public bool IsReached { get; init; }
}

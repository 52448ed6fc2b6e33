namespace GanSweep.Client.Sessions;

/// <summary>Which sweeps are to be reached, and what is to be done to them.</summary>
internal sealed record SessionRequest
{
    /// <summary>Where the cluster is; null for an embedded host.</summary>
    public ClusterAddress? Cluster { get; init; }

    /// <summary>The embedded host's data folder.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The one sweep that the embedded host trains; null for none.</summary>
    public string? TrainsSweep { get; init; }

    /// <summary>Slots of an embedded host that trains; null for as many as cores.</summary>
    public int? Slots { get; init; }

    /// <summary>Whether the embedded host's data folder is made if it is missing; otherwise there are no sweeps in it.</summary>
    public bool MakesFolder { get; init; }

    /// <summary>Whether the embedded host serves pages, to this machine alone.</summary>
    public bool ServesPages { get; init; }

    /// <summary>Whether the host's logs are shown from debug level on, instead of warnings alone.</summary>
    public bool Verbose { get; init; }
}

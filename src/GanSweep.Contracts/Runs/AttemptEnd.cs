namespace GanSweep.Contracts.Runs;

/// <summary>How an attempt ended.</summary>
public enum AttemptEnd
{
    /// <summary>The run is completed.</summary>
    Completed,

    /// <summary>It failed.</summary>
    Failed,

    /// <summary>Its trainer gave it back, to stop or because the sweep was paused: it goes on from its checkpoint.</summary>
    GivenBack,

    /// <summary>Its trainer was not heard of any more: it died, or hung.</summary>
    Lost,
}

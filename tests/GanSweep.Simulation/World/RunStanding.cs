namespace GanSweep.Simulation.World;

/// <summary>What a witness knows of a run of a sweep.</summary>
internal sealed class RunStanding
{
    /// <summary>The last attempt granted.</summary>
    public int Attempt { get; set; }

    /// <summary>Its trainer.</summary>
    public string Trainer { get; set; } = "";

    /// <summary>Whether it has neither ended nor been given back.</summary>
    public bool Held { get; set; }

    /// <summary>When it was granted or last renewed.</summary>
    public TimeSpan HeardAt { get; set; }

    /// <summary>Whether a trainer was told that its result is taken.</summary>
    public bool Acknowledged { get; set; }
}

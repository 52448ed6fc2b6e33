namespace GanSweep.Simulation.World;

/// <summary>How a run ends.</summary>
internal enum FateKind
{
    /// <summary>With a result.</summary>
    Completes,

    /// <summary>By a failure that a retry is of no use against.</summary>
    Diverges,

    /// <summary>By a failure that is tried again, as often as the sweep says.</summary>
    Fails,
}

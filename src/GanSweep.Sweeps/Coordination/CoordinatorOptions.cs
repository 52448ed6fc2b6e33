namespace GanSweep.Sweeps.Coordination;

/// <summary>How the coordinator treats its trainers.</summary>
public sealed class CoordinatorOptions
{
    /// <summary>How long a lease lasts without a report. Trainers report every half second. Default 10 s.</summary>
    public TimeSpan LeaseDuration { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long the holders of leases from before a restart have to report. Default 10 s; none where the only trainer is in the
    /// coordinator's own process, since it ended with it.
    /// </summary>
    public TimeSpan RestartGrace { get; set; } = TimeSpan.FromSeconds(10);
}

namespace GanSweep.Grains.Sweeps;

/// <summary>How the coordinator treats its trainers.</summary>
public sealed class CoordinatorOptions
{
    /// <summary>How long a lease lasts without a report. Trainers report every half second. Default 10 s.</summary>
    public TimeSpan LeaseDuration { get; set; } = TimeSpan.FromSeconds(10);
}

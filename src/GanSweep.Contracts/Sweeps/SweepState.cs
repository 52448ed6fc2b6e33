namespace GanSweep.Contracts.Sweeps;

/// <summary>Where a sweep stands.</summary>
public enum SweepState
{
    /// <summary>It has runs to train.</summary>
    Running,

    /// <summary>It grants no leases until it is resumed.</summary>
    Paused,

    /// <summary>Every run has completed or failed.</summary>
    Completed,

    /// <summary>It was ended before its runs were.</summary>
    Cancelled,

    /// <summary>It has runs to train, and no process coordinates it: it lies in a data folder. Shown, never stored.</summary>
    Waiting,
}

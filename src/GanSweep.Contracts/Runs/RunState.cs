namespace GanSweep.Contracts.Runs;

/// <summary>Where a run of a sweep stands.</summary>
public enum RunState
{
    /// <summary>Not leased: never yet, or given back.</summary>
    Pending,

    /// <summary>Leased to a trainer.</summary>
    Running,

    /// <summary>Scored and stored.</summary>
    Completed,

    /// <summary>Out of attempts, or found to fail in any attempt: it diverged, say.</summary>
    Failed,

    /// <summary>Its sweep was cancelled before it ended.</summary>
    Cancelled,
}

namespace GanSweep.Sweeps.Scheduling;

/// <summary>The ways in which a run can end.</summary>
public enum Ending
{
    /// <summary>With a total that the sweep ranks it by.</summary>
    Ranked,

    /// <summary>With scores that its limits exclude.</summary>
    Excluded,

    /// <summary>With a failure that would come again in the same bits: nothing is worse.</summary>
    Diverged,

    /// <summary>With a failure of whoever trained it, as often as it was tried: that says nothing of the configuration.</summary>
    Faulted,
}

namespace GanSweep.Sweeps.Definitions;

/// <summary>How the runs of a sweep are drawn from its space.</summary>
public enum SweepStrategy
{
    /// <summary>Every combination of the listed values, the last key fastest.</summary>
    Grid,
}

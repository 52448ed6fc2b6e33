namespace GanSweep.Contracts.Metrics;

/// <summary>The meter of everything that GanSweep measures of itself. Its instruments are listed in <c>docs/operations.md</c>.</summary>
public static class GanSweepMeter
{
    /// <summary>The meter's name, by which collectors ask for it.</summary>
    public const string Name = "GanSweep";
}

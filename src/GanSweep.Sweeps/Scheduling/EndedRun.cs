using System.Runtime.InteropServices;

namespace GanSweep.Sweeps.Scheduling;

/// <summary>How a run has ended.</summary>
/// <param name="Ending">In which way.</param>
/// <param name="Total">The total that the sweep ranks it by, lower is better; NaN if it is not ranked.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct EndedRun(Ending Ending, double Total)
{
    /// <summary>A run that is ranked.</summary>
    public static EndedRun Ranked(double total)
    {
        return new EndedRun(Ending.Ranked, total);
    }

    /// <summary>A run that is not.</summary>
    public static EndedRun Without(Ending ending)
    {
        return new EndedRun(ending, double.NaN);
    }
}

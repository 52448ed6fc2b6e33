namespace GanSweep.Evaluation.Columns;

/// <summary>Points on the line between two values.</summary>
internal static class Interpolation
{
    /// <summary>The point a share of the way: from the nearer end, as NumPy does, so it is exact at both, never beyond them, and never overflows.</summary>
    /// <param name="from">Where share 0 is.</param>
    /// <param name="to">Where share 1 is.</param>
    /// <param name="share">0 to 1.</param>
    public static double Between(double from, double to, double share)
    {
        double step = (to / 2) - (from / 2);
        return share < 0.5 ? from + (step * (2 * share)) : to - (step * (2 * (1 - share)));
    }
}

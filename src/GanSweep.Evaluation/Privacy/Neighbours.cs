using System.Runtime.InteropServices;

namespace GanSweep.Evaluation.Privacy;

/// <summary>The distances of a row to the two closest of others.</summary>
/// <param name="Nearest">To the closest.</param>
/// <param name="Second">To the second closest; <paramref name="Nearest"/> if there is but one.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Neighbours(double Nearest, double Second)
{
    /// <summary>Nearest / Second: near 0 for a row that stands by one other alone, 1 in between.</summary>
    public double Ratio => Second > 0 ? Nearest / Second : 1;

    public static Neighbours Of(ReadOnlySpan<double> distances)
    {
        double nearest = double.PositiveInfinity;
        double second = double.PositiveInfinity;
        foreach (double distance in distances)
        {
            if (distance < nearest)
            {
                (nearest, second) = (distance, nearest);
            }
            else if (distance < second)
            {
                second = distance;
            }
        }

        return new Neighbours(nearest, double.IsFinite(second) ? second : nearest);
    }
}

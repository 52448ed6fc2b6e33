using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GanSweep.Evaluation.Privacy;

/// <summary>The distances of a row to the two closest of others.</summary>
/// <param name="Nearest">To the closest.</param>
/// <param name="Second">To the second closest; <paramref name="Nearest"/> if there is but one.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Neighbours(double Nearest, double Second)
{
    /// <summary>Nearest / Second: near 0 for a row that stands by one other alone, 1 in between.</summary>
    public double Ratio => Second > 0 ? Nearest / Second : 1;

    /// <summary>Those of nothing yet.</summary>
    public static Neighbours None { get; } = new(double.PositiveInfinity, double.PositiveInfinity);

    public static Neighbours Of(ReadOnlySpan<double> distances)
    {
        return None.And(distances).OfAll();
    }

    /// <summary>These, when there are no more rows: where there is but one, it counts twice.</summary>
    public Neighbours OfAll()
    {
        return double.IsFinite(Second) ? this : new Neighbours(Nearest, Nearest);
    }

    /// <summary>These and more rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Neighbours And(ReadOnlySpan<double> distances)
    {
        // Of many rows few are nearer than the nearest two before them: four at once are passed by.
        Neighbours nearest = this;
        int row = 0;
        foreach (Vector256<double> four in MemoryMarshal.Cast<double, Vector256<double>>(distances))
        {
            if (Vector256.LessThanAny(four, Vector256.Create(nearest.Second)))
            {
                nearest = nearest.AndEach(distances.Slice(row, Vector256<double>.Count));
            }

            row += Vector256<double>.Count;
        }

        return nearest.AndEach(distances[row..]);
    }

    private Neighbours AndEach(ReadOnlySpan<double> distances)
    {
        (double nearest, double second) = (Nearest, Second);
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

        return new Neighbours(nearest, second);
    }
}

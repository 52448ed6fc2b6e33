using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GanSweep.Evaluation.Columns;

/// <summary>How far two columns' empirical distribution functions F and G are from each other.</summary>
/// <param name="KolmogorovSmirnov">max |F − G|, the two-sample statistic of Smirnov 1939; 0 to 1.</param>
/// <param name="Wasserstein1">∫ |F − G|, the first Wasserstein or earth mover's distance (Vallender 1974), in the column's unit.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DistributionDistance(double KolmogorovSmirnov, double Wasserstein1)
{
    /// <summary>Both in one walk over the two columns' values in ascending order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static DistributionDistance Between(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        int i = 0;
        int j = 0;
        double largest = 0;
        double area = 0;
        double at = Math.Min(x[0], y[0]);
        while (i < x.Length || j < y.Length)
        {
            // One value of each that has it: no branch to guess.
            double nextX = i < x.Length ? x[i] : double.PositiveInfinity;
            double nextY = j < y.Length ? y[j] : double.PositiveInfinity;
            double next = Math.Min(nextX, nextY);
            if (next != at)
            {
                double difference = Math.Abs(((double)i / x.Length) - ((double)j / y.Length));
                largest = Math.Max(largest, difference);
                area += difference * Math.Min(next - at, double.MaxValue);
                at = next;
            }

            i += nextX <= next ? 1 : 0;
            j += nextY <= next ? 1 : 0;
        }

        return new DistributionDistance(largest, area);
    }
}

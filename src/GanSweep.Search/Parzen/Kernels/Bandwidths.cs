using GanSweep.Numerics.Sorting;

namespace GanSweep.Search.Parzen.Kernels;

/// <summary>
/// How wide the kernels of a number's observations are: as far as the farther of the two neighbours, where the ends of the range are neighbours too, but for the outermost of several observations, whose one neighbour counts
/// alone; and from 1/min(100, n + 2) of the range to all of it (Bergstra et al. 2011, appendix; Optuna 5's rule, with the "magic clip").
/// </summary>
internal sealed class Bandwidths
{
    private const int MostKernels = 100;

    /// <summary>The bandwidths of observations.</summary>
    /// <param name="coordinates">The observed coordinates, <c>[n]</c>, in the order of their numbers; of equal ones the first in that order comes first.</param>
    /// <param name="low">Where the range begins.</param>
    /// <param name="high">Where it ends.</param>
    public Bandwidths(ReadOnlySpan<double> coordinates, double low, double high)
    {
        int n = coordinates.Length;
        Order = LinearSort.Order(coordinates);
        Of = new double[n];
        double least = (high - low) / Math.Min(MostKernels, n + 2);
        for (int i = 0; i < n; i++)
        {
            double at = coordinates[Order[i]];
            double toLower = i > 0 ? at - coordinates[Order[i - 1]] : n > 1 ? 0 : at - low;
            double toUpper = i < n - 1 ? coordinates[Order[i + 1]] - at : n > 1 ? 0 : high - at;
            Of[Order[i]] = Math.Clamp(Math.Max(toLower, toUpper), least, high - low);
        }
    }

    /// <summary>The observations in ascending order of their coordinates, <c>[n]</c>.</summary>
    public int[] Order { get; }

    /// <summary>The bandwidth of each observation, <c>[n]</c>.</summary>
    public double[] Of { get; }
}

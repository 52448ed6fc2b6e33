using GanSweep.Numerics.Distributions;
using GanSweep.Numerics.Elementary;

namespace GanSweep.Search.Importance;

/// <summary>
/// A smooth distribution over the cells of a grid that counts make: a kernel around each cell that has some, as heavy as they are, and a prior as heavy as one. For numbers all kernels have the same bandwidth, Scott's rule with the
/// interquartile range (Scott 1992), at least a third of a cell.
/// </summary>
internal static class GridDensity
{
    // 95 % of a kernel of this bandwidth lie within its own cell.
    private const double LeastBandwidth = 0.5 / 1.64;

    /// <summary>The probabilities of cells that are in order, <c>[cells]</c>.</summary>
    /// <param name="counts">How many values lie in each, <c>[cells]</c>.</param>
    public static double[] OfNumbers(ReadOnlySpan<int> counts)
    {
        int cells = counts.Length;
        double bandwidth = BandwidthOf(counts);
        double[] density = new double[cells];
        int total = 0;
        for (int cell = 0; cell < cells; cell++)
        {
            total += counts[cell];
            if (counts[cell] > 0)
            {
                AddKernel(density, counts[cell], cell, bandwidth);
            }
        }

        AddKernel(density, 1, (cells - 1) / 2.0, cells);
        Divide(density, total + 1);
        return density;
    }

    /// <summary>The probabilities of choices, <c>[choices]</c>.</summary>
    /// <param name="counts">How many values are each, <c>[choices]</c>.</param>
    public static double[] OfChoices(ReadOnlySpan<int> counts)
    {
        int occupied = 0;
        int total = 0;
        foreach (int count in counts)
        {
            occupied += count > 0 ? 1 : 0;
            total += count;
        }

        // Of each observed choice's kernel, every choice gets the same small part and the choice itself the rest; the prior gives to all the same.
        double smoothing = 1.0 / (occupied + 1);
        double sum = 1 + (counts.Length * smoothing);
        double[] density = new double[counts.Length];
        for (int choice = 0; choice < density.Length; choice++)
        {
            density[choice] = ((counts[choice] + (total * smoothing)) / sum) + (1.0 / counts.Length);
        }

        Divide(density, total + 1);
        return density;
    }

    private static void AddKernel(double[] density, int weight, double mean, double bandwidth)
    {
        double first = (-0.5 - mean) / bandwidth;
        double whole = TruncatedNormal.LogMass(first, (density.Length - 0.5 - mean) / bandwidth);
        for (int cell = 0; cell < density.Length; cell++)
        {
            density[cell] += weight * Exponential.Of(TruncatedNormal.LogMass((cell - 0.5 - mean) / bandwidth, (cell + 0.5 - mean) / bandwidth) - whole);
        }
    }

    private static double BandwidthOf(ReadOnlySpan<int> counts)
    {
        int n = 0;
        double sum = 0;
        for (int cell = 0; cell < counts.Length; cell++)
        {
            n += counts[cell];
            sum += (double)counts[cell] * cell;
        }

        if (n == 0)
        {
            return LeastBandwidth;
        }

        double mean = sum / n;
        double squares = 0;
        int cumulated = 0;
        int? lower = null, upper = null;
        int last = 0;
        for (int cell = 0; cell < counts.Length; cell++)
        {
            if (counts[cell] == 0)
            {
                continue;
            }

            squares += counts[cell] * (cell - mean) * (cell - mean);
            cumulated += counts[cell];
            lower ??= cumulated >= n / 4 ? cell : null;
            upper ??= cumulated > 3 * n / 4 ? cell : null;
            last = cell;
        }

        double deviation = Math.Sqrt(squares / Math.Max(1, n - 1));
        double quartiles = (upper ?? last) - lower!.Value;
        return Math.Max(LeastBandwidth, 1.059 * Math.Min(quartiles / 1.34, deviation) * Exponential.Of(-0.2 * Logarithm.Of(n)));
    }

    private static void Divide(double[] density, double by)
    {
        for (int cell = 0; cell < density.Length; cell++)
        {
            density[cell] /= by;
        }
    }
}

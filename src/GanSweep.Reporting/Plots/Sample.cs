using System.Numerics;

namespace GanSweep.Reporting.Plots;

/// <summary>Fewer points than there are, always the same ones.</summary>
internal static class Sample
{
    /// <summary>
    /// At most this many of the values, each once. The steps from one to the next are 0.618 of the table, so that a pattern which repeats in
    /// its rows is met at every place.
    /// </summary>
    public static double[] Of(ReadOnlySpan<double> values, int atMost)
    {
        int count = Math.Min(values.Length, atMost);
        double[] sample = new double[count];
        int step = StepThrough(values.Length);
        for (int i = 0; i < count; i++)
        {
            sample[i] = values[(int)((long)i * step % values.Length)];
        }

        return sample;
    }

    // A step that has no divisor in common with the length comes to every value before it comes to one again.
    private static int StepThrough(int length)
    {
        int step = Math.Max(1, (int)(0.618 * length));
        while (BigInteger.GreatestCommonDivisor(step, length) != 1)
        {
            step++;
        }

        return step;
    }
}

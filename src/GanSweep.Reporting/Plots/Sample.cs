namespace GanSweep.Reporting.Plots;

/// <summary>Fewer points than there are, always the same ones.</summary>
internal static class Sample
{
    /// <summary>At most so many of the values, evenly spaced, first ones included.</summary>
    public static double[] Of(ReadOnlySpan<double> values, int atMost)
    {
        int count = Math.Min(values.Length, atMost);
        double[] sample = new double[count];
        for (int i = 0; i < count; i++)
        {
            sample[i] = values[(int)((long)i * values.Length / count)];
        }

        return sample;
    }
}

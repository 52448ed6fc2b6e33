namespace GanSweep.Search.Parzen;

/// <summary>How much observations count: the latest 25 of n count 1, those before them from 1/n for the oldest up to 1, in equal steps (Bergstra, Yamins and Cox 2013).</summary>
internal static class AgeWeights
{
    private const int Latest = 25;

    /// <summary>The weights of n observations, the oldest first, <c>[n]</c>.</summary>
    public static double[] Of(int n)
    {
        double[] weights = new double[n];
        Array.Fill(weights, 1);
        int older = n - Latest;
        for (int i = 0; i < older; i++)
        {
            double first = 1.0 / n;
            weights[i] = older == 1 ? first : first + (i * ((1 - first) / (older - 1)));
        }

        return weights;
    }
}

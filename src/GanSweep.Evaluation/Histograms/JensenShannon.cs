using GanSweep.Numerics.Elementary;

namespace GanSweep.Evaluation.Histograms;

/// <summary>The Jensen–Shannon divergence (Lin, "Divergence measures based on the Shannon entropy", 1991).</summary>
internal static class JensenShannon
{
    /// <summary>½ Σ p log2(p / m) + ½ Σ q log2(q / m) with m = (p + q) / 2, in bits: 0 for equal, 1 for disjoint distributions.</summary>
    public static double Bits(ReadOnlySpan<double> p, ReadOnlySpan<double> q)
    {
        double sum = 0;
        for (int i = 0; i < p.Length; i++)
        {
            double middle = (p[i] + q[i]) / 2;
            sum += Term(p[i], middle) + Term(q[i], middle);
        }

        return Math.Clamp(sum / 2, 0, 1);
    }

    private static double Term(double share, double middle)
    {
        return share == 0 ? 0 : share * Logarithm.Base2(share / middle);
    }
}

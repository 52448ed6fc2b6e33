namespace GanSweep.Evaluation.DifferentialPrivacy;

/// <summary>Noisy counts made counts again.</summary>
internal static class Simplex
{
    /// <summary>
    /// The nearest numbers, in the Euclidean norm, of which none is below 0 and whose sum is given (Held, Wolfe and Crowder 1974; Duchi et al., ICML
    /// 2008): all less the same amount, or 0.
    /// </summary>
    /// <param name="counts">At least one number.</param>
    /// <param name="sum">0 or more.</param>
    public static double[] Project(ReadOnlySpan<double> counts, double sum)
    {
        double[] falling = [.. counts.ToArray().OrderDescending()];
        double running = 0;
        double less = 0;
        for (int taken = 1; taken <= falling.Length; taken++)
        {
            running += falling[taken - 1];
            double each = (running - sum) / taken;
            if (falling[taken - 1] <= each)
            {
                break;
            }

            less = each;
        }

        return sum > 0 ? [.. counts.ToArray().Select(count => Math.Max(count - less, 0))] : new double[counts.Length];
    }
}

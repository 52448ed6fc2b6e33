using System.Collections.Immutable;
using GanSweep.Numerics.Elementary;

namespace GanSweep.Tables.Transforms;

/// <summary>
/// Gives a generator's outcomes the shares that the real rows have: a number is added to what it says of each, the same in every row, so that what it has learnt
/// of when one is more likely than another stays. With Gumbel noise in what is said, rows are draws of a multinomial logit, whose constants are found by adding
/// the logarithm of wanted over found share until they are the same (the contraction of Berry, Levinsohn and Pakes 1995). What differs less from row to row than such
/// noise does, as it can where a generator's choices are no draws by noise and have hardly been learnt, is centred first, and moved in steps as much smaller.
/// </summary>
internal static class OutcomeCalibration
{
    private const int MostRounds = 20;

    // Half of the sum of what the shares are off by; below what a second sample of any table of 100,000 rows is off by.
    private const double NearEnough = 0.0005;

    // The deviation of the difference of two Gumbel numbers, π / √3. What is below half of it has no such noise.
    private const double DeviationOfGumbels = 1.8137994;
    private const double LeastNoise = DeviationOfGumbels / 2;

    // Rows times outcomes: a millisecond or two a round.
    private const int MostCells = 1 << 22;
    private const int MostRowsLookedAt = 4096;

    /// <summary>The biases of the outcomes of a choice.</summary>
    /// <param name="shares">The shares wanted, one an outcome.</param>
    /// <param name="generated">Begins with what the first row says of the first outcome.</param>
    /// <param name="stride">Numbers from a row to the next.</param>
    /// <param name="rows">How many rows there are.</param>
    public static float[] BiasesOf(ImmutableArray<double> shares, ReadOnlySpan<float> generated, int stride, int rows)
    {
        float[] best = new float[shares.Length];
        float[] biases = new float[shares.Length];
        int[] counts = new int[shares.Length];
        int looked = Math.Min(rows, MostCells / shares.Length);
        OutcomeTiles tiles = new(generated, stride, looked, shares.Length);
        double leastOff = double.PositiveInfinity;
        double step = 1;
        (double[] centres, double deviation) = DifferencesOf(generated, stride, looked, shares.Length);
        if (deviation < LeastNoise)
        {
            biases = [.. centres.Select(centre => -(float)centre)];
            step = deviation / DeviationOfGumbels;
        }

        for (int round = 0; round < MostRounds && leastOff > NearEnough; round++)
        {
            tiles.CountLargest(biases, counts);
            double off = 0;
            for (int outcome = 0; outcome < biases.Length; outcome++)
            {
                off += Math.Abs(((double)counts[outcome] / looked) - shares[outcome]) / 2;
            }

            // With other noise than Gumbel's a whole step can be too far.
            step = off > leastOff ? step / 2 : step;
            if (off < leastOff)
            {
                leastOff = off;
                biases.CopyTo(best, 0);
            }

            for (int outcome = 0; outcome < biases.Length; outcome++)
            {
                double found = Math.Max(counts[outcome], 0.5) / looked;
                biases[outcome] += (float)(step * Logarithm.Of(shares[outcome] / found));
            }
        }

        return best;
    }

    // How far what is said of each outcome is from what is said of the first, in the mean of some rows, and the mean deviation of that.
    private static (double[] Centres, double Deviation) DifferencesOf(ReadOnlySpan<float> generated, int stride, int rows, int outcomes)
    {
        int looked = Math.Min(rows, MostRowsLookedAt);
        double[] centres = new double[outcomes];
        double deviations = 0;
        for (int outcome = 1; outcome < outcomes; outcome++)
        {
            double sum = 0;
            double squares = 0;
            for (int row = 0; row < looked; row++)
            {
                double difference = (double)generated[(row * stride) + outcome] - generated[row * stride];
                sum += difference;
                squares += difference * difference;
            }

            centres[outcome] = sum / looked;
            deviations += Math.Sqrt(Math.Max(0, (squares / looked) - (centres[outcome] * centres[outcome])));
        }

        return (centres, deviations / Math.Max(1, outcomes - 1));
    }
}

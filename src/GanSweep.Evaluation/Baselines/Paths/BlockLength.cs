using GanSweep.Evaluation.Moments;
using GanSweep.Numerics.Elementary;
using GanSweep.Tables.Sequences;

namespace GanSweep.Evaluation.Baselines.Paths;

/// <summary>
/// How long the blocks of a stationary bootstrap are to be: Politis and White, "Automatic block-length selection for the dependent bootstrap", Econometric
/// Reviews 23, 2004, with the correction of Patton, Politis and White, Econometric Reviews 28, 2009. Autocovariances are those of all series together.
/// </summary>
internal static class BlockLength
{
    private const double LogOfTen = 2.302585092994045684;

    // Lags at which a correlation is looked for in vain before the rest is taken for none.
    private const int FewestSilentLags = 5;

    /// <summary>
    /// The longest that a column asks for: for its values, or for their distances from the mean, so that quiet and wild times stay together where values do not
    /// hang on each other. At least 1.
    /// </summary>
    public static double Of(SequencedTable sequence)
    {
        double longest = 1;
        foreach (int column in sequence.Values)
        {
            double[] values = Centred(sequence.Table.Column(column).ToArray());
            longest = Math.Max(longest, Math.Max(Of(values, sequence), Of(Centred([.. values.Select(Math.Abs)]), sequence)));
        }

        return longest;
    }

    /// <summary>The length for one column, of at least 1 and at most 3 √n and n / 3.</summary>
    /// <param name="centred">The column less its mean, series after series.</param>
    /// <param name="sequence">The series.</param>
    internal static double Of(double[] centred, SequencedTable sequence)
    {
        int rows = centred.Length;
        double logRows = Logarithm.Of(rows) / LogOfTen;
        double most = Math.Ceiling(Math.Min(3 * Math.Sqrt(rows), rows / 3.0));
        double[] covariances = Autocovariances(centred, sequence, (int)Math.Ceiling(Math.Sqrt(rows)) + Math.Max(FewestSilentLags, (int)Math.Ceiling(Math.Sqrt(logRows))));
        if (covariances[0] <= 0)
        {
            return 1;
        }

        int window = WindowOf(covariances, 2 * Math.Sqrt(logRows / rows), Math.Max(FewestSilentLags, (int)Math.Ceiling(Math.Sqrt(logRows))));
        double slope = 0;
        double spectrum = covariances[0];
        for (int lag = 1; lag <= window; lag++)
        {
            // A flat top, and from half the window on a slope down to 0.
            double weight = 2 * Math.Min(1, 2 * (1 - ((double)lag / window)));
            slope += weight * lag * covariances[lag];
            spectrum += weight * covariances[lag];
        }

        // (2 G² / D)^⅓ n^⅓ with D = 2 g(0)².
        double ratio = slope / spectrum;
        return ratio == 0 ? 1 : Math.Clamp(Exponential.Of(Logarithm.Of(ratio * ratio * rows) / 3), 1, Math.Max(most, 1));
    }

    // Twice the lag after which none of the next ones is told from 0; of a column without such a lag, as far as lags go.
    private static int WindowOf(double[] covariances, double threshold, int silent)
    {
        int largest = covariances.Length - 1;
        for (int lag = 0; lag + silent <= largest; lag++)
        {
            if (covariances.AsSpan(lag + 1, silent).IndexOfAnyExceptInRange(-threshold * covariances[0], threshold * covariances[0]) < 0)
            {
                return Math.Min(2 * Math.Max(lag, 1), largest);
            }
        }

        return largest;
    }

    private static double[] Autocovariances(double[] centred, SequencedTable sequence, int lags)
    {
        double[] sums = new double[lags + 1];
        foreach (Range series in sequence.Series)
        {
            ReadOnlySpan<double> values = centred.AsSpan(series);
            for (int lag = 0; lag <= Math.Min(lags, values.Length - 1); lag++)
            {
                sums[lag] += CentredSums.Products(values[..^lag], values[lag..]);
            }
        }

        return [.. sums.Select(sum => sum / centred.Length)];
    }

    // A missing cell stands at the mean. Divided by a power of two, no square overflows.
    private static double[] Centred(double[] values)
    {
        ColumnMoments moments = ColumnMoments.TryOf([.. values.Where(value => !double.IsNaN(value))])!.Value;
        CentredSums.Centre(values, moments.Mean, moments.Scale, values);
        values.AsSpan().Replace(double.NaN, 0);
        if (moments.IsConstant)
        {
            Array.Clear(values);
        }

        return values;
    }
}

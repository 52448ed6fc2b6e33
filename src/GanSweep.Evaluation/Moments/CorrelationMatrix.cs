using GanSweep.Tables;

namespace GanSweep.Evaluation.Moments;

/// <summary>Pearson's correlations of the pairs of columns of a table that are not constant; of many pairs, of as many evenly spaced ones as stand for all.</summary>
internal sealed class CorrelationMatrix
{
    // Pairs grow with the square of the columns.
    private const int MostPairs = 1 << 14;

    private readonly List<(int First, int Second)> _pairs = [];
    private double[] _correlations = [];

    private CorrelationMatrix()
    {
    }

    /// <summary>Whether there is a pair of columns that vary.</summary>
    public bool HasPairs => _pairs.Count > 0;

    public static CorrelationMatrix Of(Table table, ColumnMoments[] moments)
    {
        CorrelationMatrix matrix = new();
        int[] varying = [.. Enumerable.Range(0, moments.Length).Where(column => !moments[column].IsConstant)];
        matrix._pairs.AddRange(Pairs(varying.Length).Select(pair => (varying[pair.First], varying[pair.Second])));
        matrix._correlations = matrix.CorrelationsOf(table, moments);
        return matrix;
    }

    /// <summary>The mean over these pairs of the difference to another table's correlations; 0 without pairs.</summary>
    public double DistanceTo(Table other, ColumnMoments[] moments)
    {
        double[] correlations = CorrelationsOf(other, moments);
        double sum = 0;
        for (int pair = 0; pair < correlations.Length; pair++)
        {
            sum += Math.Abs(correlations[pair] - _correlations[pair]);
        }

        return correlations.Length == 0 ? 0 : sum / correlations.Length;
    }

    private double[] CorrelationsOf(Table table, ColumnMoments[] moments)
    {
        double[][] centred = [.. moments.Select((column, index) => Centred(table.Column(index), column))];
        double[] correlations = new double[_pairs.Count];
        int pair = 0;
        while (pair < correlations.Length)
        {
            // Four at a time of those that have their first column in common.
            (int first, int second) = _pairs[pair];
            if (pair + 3 < correlations.Length && _pairs[pair + 3].First == first)
            {
                (double a, double b, double c, double d) = CentredSums.Products(
                    centred[first], centred[second], centred[_pairs[pair + 1].Second], centred[_pairs[pair + 2].Second], centred[_pairs[pair + 3].Second]);
                foreach (double products in (ReadOnlySpan<double>)[a, b, c, d])
                {
                    correlations[pair] = Pearson(products, moments, _pairs[pair]);
                    pair++;
                }
            }
            else
            {
                correlations[pair] = Pearson(CentredSums.Products(centred[first], centred[second]), moments, (first, second));
                pair++;
            }
        }

        return correlations;
    }

    private static double[] Centred(ReadOnlySpan<double> values, ColumnMoments moments)
    {
        double[] centred = new double[values.Length];
        CentredSums.Centre(values, moments.Mean, moments.Scale, centred);
        return centred;
    }

    private static double Pearson(double products, ColumnMoments[] moments, (int First, int Second) pair)
    {
        ColumnMoments x = moments[pair.First];
        ColumnMoments y = moments[pair.Second];
        return x.IsConstant || y.IsConstant ? 0 : Math.Clamp(products / (Math.Sqrt(x.ScaledSquares) * Math.Sqrt(y.ScaledSquares)), -1, 1);
    }

    // In the order (0, 1), (0, 2), …, (1, 2), …
    private static IEnumerable<(int First, int Second)> Pairs(int columns)
    {
        int first = 0;
        long start = 0;
        foreach (long pair in EvenlySpaced.Of((long)columns * (columns - 1) / 2, MostPairs))
        {
            for (; pair >= start + columns - 1 - first; first++)
            {
                start += columns - 1 - first;
            }

            yield return (first, (int)(pair - start) + first + 1);
        }
    }
}

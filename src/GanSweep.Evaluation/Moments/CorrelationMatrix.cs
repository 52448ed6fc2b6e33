using GanSweep.Tables;

namespace GanSweep.Evaluation.Moments;

/// <summary>Pearson's correlations of the pairs of columns of a table that are not constant.</summary>
internal sealed class CorrelationMatrix
{
    private readonly List<(int First, int Second, double Pearson)> _pairs = [];

    private CorrelationMatrix()
    {
    }

    /// <summary>Whether there is a pair of columns that vary.</summary>
    public bool HasPairs => _pairs.Count > 0;

    public static CorrelationMatrix Of(Table table, ColumnMoments[] moments)
    {
        CorrelationMatrix matrix = new();
        for (int first = 0; first < moments.Length; first++)
        {
            for (int second = first + 1; second < moments.Length; second++)
            {
                if (!moments[first].IsConstant && !moments[second].IsConstant)
                {
                    matrix._pairs.Add((first, second, Pearson(table, moments, first, second)));
                }
            }
        }

        return matrix;
    }

    /// <summary>The mean over these pairs of the difference to another table's correlations; 0 without pairs.</summary>
    public double DistanceTo(Table other, ColumnMoments[] moments)
    {
        double sum = 0;
        foreach ((int first, int second, double pearson) in _pairs)
        {
            sum += Math.Abs(Pearson(other, moments, first, second) - pearson);
        }

        return _pairs.Count == 0 ? 0 : sum / _pairs.Count;
    }

    private static double Pearson(Table table, ColumnMoments[] moments, int first, int second)
    {
        ColumnMoments x = moments[first];
        ColumnMoments y = moments[second];
        if (x.IsConstant || y.IsConstant)
        {
            return 0;
        }

        double products = CentredSums.Products(table.Column(first), x.Mean, x.Scale, table.Column(second), y.Mean, y.Scale);
        return Math.Clamp(products / (Math.Sqrt(x.ScaledSquares) * Math.Sqrt(y.ScaledSquares)), -1, 1);
    }
}

using GanSweep.Evaluation.Moments;

namespace GanSweep.Evaluation.Associations;

/// <summary>Pearson's correlations of the pairs of columns of a table that are not constant; of many pairs, of as many evenly spaced ones as stand for all.</summary>
internal sealed class CorrelationMatrix
{
    private readonly (int First, int Second)[] _pairs;
    private readonly double[] _correlations;

    private CorrelationMatrix(CentredColumns columns, ColumnMoments[] moments)
    {
        _pairs = [.. ColumnPairs.Of([.. Enumerable.Range(0, moments.Length).Where(column => !moments[column].IsConstant)])];
        _correlations = columns.CorrelationsOf(_pairs);
        if (_correlations.Any(double.IsNaN))
        {
            // Columns that vary, but not on the rows where both are there.
            _pairs = [.. _pairs.Where((_, pair) => !double.IsNaN(_correlations[pair]))];
            _correlations = [.. _correlations.Where(correlation => !double.IsNaN(correlation))];
        }
    }

    /// <summary>Whether there is a pair of columns that vary.</summary>
    public bool HasPairs => _pairs.Length > 0;

    /// <summary>Those of a table whose columns are centred.</summary>
    public static CorrelationMatrix Of(CentredColumns columns, ColumnMoments[] moments)
    {
        return new CorrelationMatrix(columns, moments);
    }

    /// <summary>The mean over these pairs of the difference to another table's correlations, 0 where they are undefined there; 0 without pairs.</summary>
    public double DistanceTo(CentredColumns other)
    {
        double[] correlations = other.CorrelationsOf(_pairs);
        double sum = 0;
        for (int pair = 0; pair < correlations.Length; pair++)
        {
            double correlation = double.IsNaN(correlations[pair]) ? 0 : correlations[pair];
            sum += Math.Abs(correlation - _correlations[pair]);
        }

        return correlations.Length == 0 ? 0 : sum / correlations.Length;
    }
}

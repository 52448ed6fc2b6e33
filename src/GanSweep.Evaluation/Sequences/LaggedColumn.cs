using System.Collections.Immutable;
using System.Runtime.InteropServices;
using GanSweep.Evaluation.Moments;

namespace GanSweep.Evaluation.Sequences;

/// <summary>A column of one series, and its correlations with columns so many rows later.</summary>
internal sealed class LaggedColumn
{
    // What is left of squares when their mean is taken away: less of them is rounding.
    private const double Rounding = 1e-14;

    private readonly double[] _centred;
    private readonly double _squares;
    private readonly ImmutableArray<Part> _heads;
    private readonly ImmutableArray<Part> _tails;

    /// <param name="values">The column.</param>
    /// <param name="lags">The largest lag that will be asked for.</param>
    public LaggedColumn(ReadOnlySpan<double> values, int lags)
    {
        _centred = new double[values.Length];
        CentredSums.Centre(values, CentredSums.Sum(values, 0, 1) / values.Length, 1, _centred);
        _squares = CentredSums.Products(_centred, _centred);
        if (_squares <= Rounding * CentredSums.Products(values, values))
        {
            Array.Clear(_centred);
            _squares = 0;
        }

        int most = Math.Min(lags, LargestLag(values.Length));
        _heads = [.. Enumerable.Range(0, Math.Max(most, 0) + 1).Select(lag => Part.Of(_centred.AsSpan(..^lag)))];
        _tails = [.. Enumerable.Range(0, Math.Max(most, 0) + 1).Select(lag => Part.Of(_centred.AsSpan(lag..)))];
    }

    /// <summary>How far each value is from the column's mean, whichever way.</summary>
    public double[] Magnitudes => [.. _centred.Select(Math.Abs)];

    /// <summary>The largest lag at which so many rows have a correlation: two pairs are the fewest.</summary>
    public static int LargestLag(int rows)
    {
        return rows - 2;
    }

    /// <summary>ρ(k) = Σ (x[t] − m) (x[t + k] − m) / Σ (x[t] − m)²; 0 of a constant column.</summary>
    public double Autocorrelation(int lag)
    {
        return _squares > 0 ? CentredSums.Products(_centred.AsSpan(..^lag), _centred.AsSpan(lag..)) / _squares : 0;
    }

    /// <summary>Pearson's correlation of x[t] and y[t + k]; 0 where one of them is constant.</summary>
    public double CorrelationWith(LaggedColumn later, int lag)
    {
        (Part head, Part tail) = (_heads[lag], later._tails[lag]);
        double roots = head.Root * tail.Root;
        double products = CentredSums.Products(_centred.AsSpan(..^lag), later._centred.AsSpan(lag..)) - ((_centred.Length - lag) * head.Mean * tail.Mean);
        return roots > 0 ? Math.Clamp(products / roots, -1, 1) : 0;
    }

    /// <summary>A part of a column: its mean, and the root of Σ (x − mean)².</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Part(double Mean, double Root)
    {
        public static Part Of(ReadOnlySpan<double> values)
        {
            double mean = CentredSums.Sum(values, 0, 1) / values.Length;
            double squares = CentredSums.Squares(values, mean, 1);
            return new Part(mean, squares > Rounding * CentredSums.Products(values, values) ? Math.Sqrt(squares) : 0);
        }
    }
}

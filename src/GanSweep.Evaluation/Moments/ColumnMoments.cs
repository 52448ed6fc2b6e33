using System.Runtime.InteropServices;

namespace GanSweep.Evaluation.Moments;

/// <summary>Mean and standard deviation (n − 1) of a column, in two passes, and what centring it for a product takes.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ColumnMoments
{
    /// <summary>Of how many values.</summary>
    public int Count { get; private init; }

    /// <summary>The mean.</summary>
    public double Mean { get; private init; }

    /// <summary>The standard deviation with n − 1; exactly 0 for a constant column.</summary>
    public double StandardDeviation { get; private init; }

    /// <summary>A power of two that brings the column's range near 1: multiplying by it is exact, and squares neither overflow nor vanish.</summary>
    public double Scale { get; private init; }

    /// <summary>Σ ((x − mean) × scale)².</summary>
    public double ScaledSquares { get; private init; }

    /// <summary>Whether all values are equal.</summary>
    public bool IsConstant { get; private init; }

    /// <summary>Those of no values: constant at 0.</summary>
    public static ColumnMoments None { get; } = new() { Scale = 1, IsConstant = true };

    /// <summary>What gaps to this column are measured in: its standard deviation, or for a constant column |mean|, or 1 where that is 0.</summary>
    public double Unit => StandardDeviation > 0 ? StandardDeviation : Mean != 0 ? Math.Abs(Mean) : 1;

    /// <summary>The moments of some values, or null if one of them is not finite.</summary>
    public static ColumnMoments? TryOf(ReadOnlySpan<double> values)
    {
        if (values.IsEmpty)
        {
            return None;
        }

        Extent extent = Extent.Of(values);
        if (!extent.AllFinite)
        {
            return null;
        }

        if (extent.Smallest == extent.Largest)
        {
            return new ColumnMoments { Count = values.Length, Mean = extent.Smallest, Scale = 1, IsConstant = true };
        }

        double halfRange = (extent.Largest / 2) - (extent.Smallest / 2);
        double scale = Math.ScaleB(1, -Math.Clamp(Math.ILogB(halfRange), -1000, 1000));

        // Shifted by a value of the column, sums of a column far from zero keep their digits.
        double shift = values[0];
        double mean = ((shift * scale) + (CentredSums.Sum(values, shift, scale) / values.Length)) / scale;
        double squares = CentredSums.Squares(values, mean, scale);
        return new ColumnMoments
        {
            Count = values.Length,
            Mean = mean,
            StandardDeviation = Math.Min(Math.Sqrt(squares / (values.Length - 1)) / scale, double.MaxValue),
            Scale = scale,
            ScaledSquares = squares,
        };
    }
}

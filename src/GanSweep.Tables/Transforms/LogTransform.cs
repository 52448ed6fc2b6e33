using GanSweep.Numerics.Elementary;

namespace GanSweep.Tables.Transforms;

/// <summary>z = (ln x − center) / scale. Inverts to a relative error of a few 1e-16 times the column's largest |ln x| (at least 1).</summary>
internal sealed class LogTransform(double center, double scale, double low, double high) : ColumnTransform(low, high)
{
    public override double Forward(double value)
    {
        return (Logarithm.Of(value) - center) / scale;
    }

    protected override double Map(double score)
    {
        return Exponential.Of(center + (scale * score));
    }

    /// <summary>Center and scale that give the column's logarithm mean 0 and standard deviation 1 (with n − 1).</summary>
    public static (double Center, double Scale) Fit(ReadOnlySpan<double> values, double minimum, double maximum)
    {
        double[] logarithms = new double[values.Length];
        for (int row = 0; row < values.Length; row++)
        {
            logarithms[row] = Logarithm.Of(values[row]);
        }

        return AffineTransform.FitStandard(logarithms, Logarithm.Of(minimum), Logarithm.Of(maximum));
    }
}

using GanSweep.Numerics.Elementary;

namespace GanSweep.Tables.Transforms;

/// <summary>
/// z = (ln x − center) / scale, with mean 0 and standard deviation 1, of positive columns. Inverts to a relative error of a few 1e-16 times
/// the column's largest |ln x| (at least 1).
/// </summary>
internal sealed class LogTransform : AffineTransform
{
    /// <inheritdoc/>
    public override TransformKind Kind => TransformKind.Log;

    /// <inheritdoc/>
    protected override double Lowest => double.Epsilon;

    /// <inheritdoc/>
    protected override string? Refusal(double value)
    {
        return base.Refusal(value)
            ?? (value > 0 ? null : "takes positive numbers only. Use \"quantile\", \"standard\" or \"minMax\" for this table.");
    }

    /// <inheritdoc/>
    protected override (double Center, double Scale) FitCenterAndScale(ObservedColumn column)
    {
        ReadOnlySpan<double> values = column.Values;
        double[] logarithms = new double[values.Length];
        for (int row = 0; row < values.Length; row++)
        {
            logarithms[row] = Logarithm.Of(values[row]);
        }

        return Standardise(logarithms, Logarithm.Of(column.Minimum), Logarithm.Of(column.Maximum));
    }

    /// <inheritdoc/>
    protected override void Check(AffineParameters column)
    {
        column.Demand(column.Minimum > 0, "a column under log has a minimum above 0");
        base.Check(column);
    }

    /// <inheritdoc/>
    protected override ColumnMap Map(AffineParameters column)
    {
        (double center, double scale) = (column.Center, column.Scale);
        return new ColumnMap(value => (Logarithm.Of(value) - center) / scale, score => Exponential.Of(center + (scale * score)));
    }
}

namespace GanSweep.Tables.Transforms;

/// <summary>z = (x − center) / scale. Inverts to a few units in the last place of the column's largest magnitude.</summary>
internal abstract class AffineTransform : Transform<AffineParameters>
{
    /// <inheritdoc/>
    public sealed override string StoredName => "affine";

    /// <summary>Center and scale of a column.</summary>
    protected abstract (double Center, double Scale) FitCenterAndScale(ObservedColumn column);

    /// <inheritdoc/>
    protected sealed override AffineParameters FitParameters(ObservedColumn column)
    {
        (double center, double scale) = FitCenterAndScale(column);
        return new AffineParameters(column.Name, column.Minimum, column.Maximum, center, column.IsConstant ? 0 : Math.Max(scale, double.Epsilon));
    }

    /// <inheritdoc/>
    protected override void Check(AffineParameters column)
    {
        column.Demand(double.IsFinite(column.Center), "its center is not a finite number");
        column.Demand(double.IsFinite(column.Scale) && column.Scale >= 0, "its scale is not a finite number from 0 on");
        column.Demand(column.Scale > 0 || column.Minimum == column.Maximum, "its scale is 0 although the column is not constant");
    }

    /// <inheritdoc/>
    protected override ColumnMap Map(AffineParameters column)
    {
        (double center, double scale) = (column.Center, column.Scale);
        return new ColumnMap(value => (value - center) / scale, score => center + (scale * score));
    }

    /// <summary>Center and scale that give values mean 0 and standard deviation 1 (with n − 1).</summary>
    protected static (double Center, double Scale) Standardise(ReadOnlySpan<double> values, double minimum, double maximum)
    {
        double range = maximum - minimum;
        if (range == 0)
        {
            return (minimum, 0);
        }

        // In units of the range, so that squares neither overflow nor vanish.
        double sum = 0;
        foreach (double value in values)
        {
            sum += (value - minimum) / range;
        }

        double mean = sum / values.Length;
        double squares = 0;
        foreach (double value in values)
        {
            double deviation = ((value - minimum) / range) - mean;
            squares += deviation * deviation;
        }

        return (minimum + (range * mean), range * Math.Sqrt(squares / (values.Length - 1)));
    }
}

namespace GanSweep.Tables.Transforms;

/// <summary>z = (x − center) / scale. Inverts to a few units in the last place of the column's largest magnitude.</summary>
internal sealed class AffineTransform(double center, double scale, double low, double high) : ColumnTransform(low, high)
{
    public override double Forward(double value)
    {
        return (value - center) / scale;
    }

    protected override double Map(double score)
    {
        return center + (scale * score);
    }

    /// <summary>Center and scale that give the column mean 0 and standard deviation 1 (with n − 1).</summary>
    public static (double Center, double Scale) FitStandard(ReadOnlySpan<double> values, double minimum, double maximum)
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

    /// <summary>Center and scale that map [minimum, maximum] to [−1, 1].</summary>
    public static (double Center, double Scale) FitMinMax(double minimum, double maximum)
    {
        return ((minimum / 2) + (maximum / 2), (maximum / 2) - (minimum / 2));
    }
}

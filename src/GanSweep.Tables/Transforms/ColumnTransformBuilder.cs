using System.Diagnostics;

namespace GanSweep.Tables.Transforms;

/// <summary>From a column to its parameters, and from parameters to the transform.</summary>
internal static class ColumnTransformBuilder
{
    // Under none the networks see the values themselves, in single precision.
    private const double LargestIdentity = 1e30;

    // Sums and differences of values must stay within a double.
    private const double Largest = 1e300;

    // Whole numbers up to here are told apart in a double.
    private const double LargestWhole = 1L << 53;

    // All columns of a table together: the parameters of any table then fit into a file of some 40 MB.
    private const int MaximumKnots = 1 << 20;

    public static ColumnTransformParameters Fit(TransformKind kind, bool clip, Table table, int column)
    {
        string name = table.ColumnNames[column];
        ReadOnlySpan<double> values = table.Column(column);
        if (values.IsEmpty)
        {
            throw new TransformException($"Column \"{name}\" has no rows; a transform is fitted on at least one.", name);
        }

        double largest = kind == TransformKind.None ? LargestIdentity : Largest;
        double minimum = values[0];
        double maximum = values[0];
        bool whole = true;
        for (int row = 0; row < values.Length; row++)
        {
            double value = values[row];
            if (!(Math.Abs(value) <= largest))
            {
                throw new TransformException(
                    $"Column \"{name}\" has {value} in data row {row + 1}; transform \"{Name(kind)}\" takes numbers from {-largest} to {largest}. "
                    + "Give the column in larger units.",
                    name, row + 1, value);
            }

            if (kind == TransformKind.Log && value <= 0)
            {
                throw new TransformException(
                    $"Column \"{name}\" has {value} in data row {row + 1}; transform \"log\" takes positive numbers only. "
                    + "Use \"quantile\", \"standard\" or \"minMax\" for this table.",
                    name, row + 1, value);
            }

            minimum = Math.Min(minimum, value);
            maximum = Math.Max(maximum, value);
            whole &= Math.Abs(value) <= LargestWhole && Math.Floor(value) == value;
        }

        return FitRange(kind, clip || whole, table, column, minimum, maximum) with { Whole = whole };
    }

    private static ColumnTransformParameters FitRange(TransformKind kind, bool clip, Table table, int column, double minimum, double maximum)
    {
        string name = table.ColumnNames[column];
        ReadOnlySpan<double> values = table.Column(column);
        if (kind == TransformKind.Quantile)
        {
            return minimum == maximum
                ? new QuantileParameters(name, minimum, maximum, [0], [minimum])
                : QuantileKnots.Fit(name, values, Math.Max(2, MaximumKnots / table.ColumnCount), clip);
        }

        (double center, double scale) = kind switch
        {
            TransformKind.Standard => AffineTransform.FitStandard(values, minimum, maximum),
            TransformKind.MinMax => AffineTransform.FitMinMax(minimum, maximum),
            TransformKind.Log => LogTransform.Fit(values, minimum, maximum),
            _ => (0, 1),
        };
        return kind == TransformKind.None
            ? new IdentityParameters(name, minimum, maximum)
            : new AffineParameters(name, minimum, maximum, center, minimum == maximum ? 0 : Math.Max(scale, double.Epsilon));
    }

    public static ColumnTransform Build(TransformKind kind, bool clip, ColumnTransformParameters parameters)
    {
        if (kind != TransformKind.None && parameters.Minimum == parameters.Maximum)
        {
            return new ConstantTransform(parameters.Minimum);
        }

        clip |= parameters.Whole;
        double low = clip ? parameters.Minimum : kind == TransformKind.Log ? double.Epsilon : double.MinValue;
        double high = clip ? parameters.Maximum : double.MaxValue;
        return parameters switch
        {
            IdentityParameters => new IdentityTransform(low, high) { Rounds = parameters.Whole },
            AffineParameters log when kind == TransformKind.Log => new LogTransform(log.Center, log.Scale, low, high) { Rounds = parameters.Whole },
            AffineParameters affine => new AffineTransform(affine.Center, affine.Scale, low, high) { Rounds = parameters.Whole },
            QuantileParameters quantile => new QuantileTransform(quantile, low, high) { Rounds = parameters.Whole },
            _ => throw new UnreachableException(),
        };
    }

    private static string Name(TransformKind kind)
    {
        return kind == TransformKind.MinMax ? "minMax" : kind.ToString().ToLowerInvariant();
    }
}

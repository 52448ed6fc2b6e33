
namespace GanSweep.Tables.Transforms;

/// <summary>Holds parameters from outside to what a fit can give.</summary>
internal static class ColumnTransformChecks
{
    /// <exception cref="TransformException">They cannot have come from a fit.</exception>
    public static void Check(TransformKind kind, IReadOnlyList<ColumnTransformParameters> columns)
    {
        if (columns.Count == 0)
        {
            throw new TransformException("A transform has at least one column.", string.Empty);
        }

        HashSet<string> names = [];
        foreach (ColumnTransformParameters column in columns)
        {
            if (string.IsNullOrWhiteSpace(column.Name) || !names.Add(column.Name))
            {
                throw new TransformException($"Column name \"{column.Name}\" is blank or given twice; names are neither.", column.Name);
            }

            bool isRange = double.IsFinite(column.Maximum - column.Minimum) && column.Minimum <= column.Maximum;
            Demand(column, isRange, "minimum and maximum are not a range");
            bool isWhole = Math.Floor(column.Minimum) == column.Minimum && Math.Floor(column.Maximum) == column.Maximum;
            Demand(column, !column.Whole || isWhole, "a column of whole numbers has a range of whole numbers");
            Demand(column, kind != TransformKind.Log || column.Minimum > 0, "a column under log has a minimum above 0");
            switch (column)
            {
                case IdentityParameters when kind == TransformKind.None:
                    break;
                case AffineParameters affine when kind is TransformKind.Standard or TransformKind.MinMax or TransformKind.Log:
                    Check(affine);
                    break;
                case QuantileParameters quantile when kind == TransformKind.Quantile:
                    Check(quantile);
                    break;
                default:
                    throw new TransformException(
                        $"Column \"{column.Name}\" has parameters of another kind of transform than \"{kind}\".", column.Name);
            }
        }
    }

    private static void Check(AffineParameters column)
    {
        Demand(column, double.IsFinite(column.Center), "its center is not a finite number");
        Demand(column, double.IsFinite(column.Scale) && column.Scale >= 0, "its scale is not a finite number from 0 on");
        Demand(column, column.Scale > 0 || column.Minimum == column.Maximum, "its scale is 0 although the column is not constant");
    }

    private static void Check(QuantileParameters column)
    {
        ReadOnlySpan<float> scores = column.Scores.AsSpan();
        ReadOnlySpan<double> values = column.Values.AsSpan();
        Demand(column, scores.Length == values.Length, "it does not have one score for each value");
        bool isConstant = column.Minimum == column.Maximum;
        Demand(column, isConstant ? scores.Length == 1 : scores.Length >= 2, "it has too few or too many knots for its range");
        Demand(column, Math.Max(Math.Abs(scores[0]), Math.Abs(scores[^1])) <= QuantileTransform.OutermostScore, "its scores are not from -8 to 8");
        Demand(column, double.IsFinite(values[^1] - values[0]), "its values are not a range of finite numbers");
        for (int knot = 1; knot < scores.Length; knot++)
        {
            Demand(column, scores[knot - 1] < scores[knot], "its scores do not increase");
            Demand(column, values[knot - 1] <= values[knot], "its values do not increase");
        }

        int first = values.LastIndexOf(column.Minimum);
        int last = values.IndexOf(column.Maximum);
        Demand(column, first >= 0 && last >= first, "its minimum and maximum are not among its values");
        for (int knot = first + 1, equal = 1; knot < last; knot++)
        {
            // Between the outermost values, a value has one knot, or three if it is a plateau.
            bool ends = values[knot] < values[knot + 1];
            Demand(column, !ends || equal is 1 or 3, "a value has neither one knot nor three");
            equal = ends ? 1 : equal + 1;
        }
    }

    private static void Demand(ColumnTransformParameters column, bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new TransformException($"The transform of column \"{column.Name}\" is not one that was fitted: {otherwise}.", column.Name);
        }
    }
}

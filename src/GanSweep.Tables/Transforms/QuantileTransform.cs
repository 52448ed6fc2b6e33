using System.Runtime.InteropServices;

namespace GanSweep.Tables.Transforms;

/// <summary>Normal scores by knots; <see cref="QuantileParameters"/> says which.</summary>
internal sealed class QuantileTransform : Transform<QuantileParameters>
{
    /// <summary>Where tails end.</summary>
    public const double OutermostScore = 8;

    /// <summary>Φ⁻¹(0.95): beyond it are the outermost 5 % of the rows at either end.</summary>
    public const float OuterScore = 1.6448536f;

    /// <inheritdoc/>
    public override TransformKind Kind => TransformKind.Quantile;

    /// <inheritdoc/>
    public override string StoredName => "quantile";

    /// <inheritdoc/>
    public override bool KnowsDistribution => true;

    /// <inheritdoc/>
    protected override QuantileParameters FitParameters(ObservedColumn column)
    {
        return column.IsConstant
            ? new QuantileParameters(column.Name, column.Minimum, column.Maximum, [0], [column.Minimum])
            : QuantileKnots.Fit(column);
    }

    /// <inheritdoc/>
    protected override void Check(QuantileParameters column)
    {
        ReadOnlySpan<float> scores = column.Scores.AsSpan();
        ReadOnlySpan<double> values = column.Values.AsSpan();
        column.Demand(scores.Length == values.Length, "it does not have one score for each value");
        bool isConstant = column.Minimum == column.Maximum;
        column.Demand(isConstant ? scores.Length == 1 : scores.Length >= 2, "it has too few or too many knots for its range");
        column.Demand(Math.Max(Math.Abs(scores[0]), Math.Abs(scores[^1])) <= OutermostScore, "its scores are not from -8 to 8");
        column.Demand(double.IsFinite(values[^1] - values[0]), "its values are not a range of finite numbers");
        for (int knot = 1; knot < scores.Length; knot++)
        {
            column.Demand(scores[knot - 1] < scores[knot], "its scores do not increase");
            column.Demand(values[knot - 1] <= values[knot], "its values do not increase");
        }

        int first = values.LastIndexOf(column.Minimum);
        int last = values.IndexOf(column.Maximum);
        column.Demand(first >= 0 && last >= first, "its minimum and maximum are not among its values");
        for (int knot = first + 1, equal = 1; knot < last; knot++)
        {
            // Between the outermost values, a value has one knot, or three if it is a plateau.
            bool ends = values[knot] < values[knot + 1];
            column.Demand(!ends || equal is 1 or 3, "a value has neither one knot nor three");
            equal = ends ? 1 : equal + 1;
        }
    }

    /// <inheritdoc/>
    protected override QuantileParameters Calibrate(QuantileParameters column, GeneratedColumn generated)
    {
        float[] scores = [.. column.Ranks ?? column.Scores];
        generated.Translate(scores);

        // Tails end where they did, and scores increase even where the generator says one thing in many rows.
        for (int knot = 0; knot < scores.Length; knot++)
        {
            float least = knot == 0 ? -(float)OutermostScore : float.BitIncrement(scores[knot - 1]);
            scores[knot] = float.Max(Math.Abs(column.Scores[knot]) == OutermostScore ? column.Scores[knot] : scores[knot], least);
        }

        float most = (float)OutermostScore;
        for (int knot = scores.Length - 1; knot >= 0; knot--)
        {
            scores[knot] = float.Min(scores[knot], most);
            most = float.BitDecrement(scores[knot]);
        }

        return column with { Scores = ImmutableCollectionsMarshal.AsImmutableArray(scores), Ranks = null };
    }

    /// <inheritdoc/>
    protected override ColumnMap Map(QuantileParameters column)
    {
        QuantileCurve curve = new(column);
        return new ColumnMap(curve.Forward, curve.Inverse);
    }
}


namespace GanSweep.Tables.Transforms;

/// <summary>Linearly from [minimum, maximum] to [−1, 1].</summary>
internal sealed class MinMaxTransform : AffineTransform
{
    /// <inheritdoc/>
    public override TransformKind Kind => TransformKind.MinMax;

    /// <inheritdoc/>
    protected override (double Center, double Scale) FitCenterAndScale(ObservedColumn column)
    {
        // Halves first: the sum of two large values need not be finite.
        return ((column.Minimum / 2) + (column.Maximum / 2), (column.Maximum / 2) - (column.Minimum / 2));
    }
}

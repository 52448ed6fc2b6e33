
namespace GanSweep.Tables.Transforms;

/// <summary>(x − mean) / standard deviation (with n − 1).</summary>
internal sealed class StandardTransform : AffineTransform
{
    /// <inheritdoc/>
    public override TransformKind Kind => TransformKind.Standard;

    /// <inheritdoc/>
    protected override (double Center, double Scale) FitCenterAndScale(ObservedColumn column)
    {
        return Standardise(column.Values, column.Minimum, column.Maximum);
    }
}


namespace GanSweep.Tables.Transforms;

/// <summary>The column as it is, constants too.</summary>
internal sealed class NoTransform : Transform<IdentityParameters>
{
    /// <inheritdoc/>
    public override TransformKind Kind => TransformKind.None;

    /// <inheritdoc/>
    public override string StoredName => "identity";

    /// <summary>The networks see the values themselves, in single precision.</summary>
    protected override double Largest => 1e30;

    /// <inheritdoc/>
    protected override bool HidesConstants => false;

    /// <inheritdoc/>
    protected override IdentityParameters FitParameters(ObservedColumn column)
    {
        return new IdentityParameters(column.Name, column.Minimum, column.Maximum);
    }

    /// <inheritdoc/>
    protected override void Check(IdentityParameters column)
    {
    }

    /// <inheritdoc/>
    protected override ColumnMap Map(IdentityParameters column)
    {
        return new ColumnMap(value => value, score => score);
    }
}

namespace GanSweep.Tables.Transforms;

/// <summary>A kind of transform with its parameters.</summary>
/// <typeparam name="TParameters">What it keeps of a column.</typeparam>
internal abstract class Transform<TParameters> : Transform
    where TParameters : ColumnTransformParameters
{
    /// <inheritdoc/>
    public sealed override Type ParametersType => typeof(TParameters);

    /// <inheritdoc/>
    protected sealed override ColumnTransformParameters Fit(ObservedColumn column)
    {
        return FitParameters(column);
    }

    /// <inheritdoc/>
    protected sealed override void CheckOwn(ColumnTransformParameters column)
    {
        Check((TParameters)column);
    }

    /// <inheritdoc/>
    protected sealed override ColumnMap Map(ColumnTransformParameters column)
    {
        return Map((TParameters)column);
    }

    /// <inheritdoc/>
    public sealed override ColumnTransformParameters Calibrate(ColumnTransformParameters column, GeneratedColumn generated)
    {
        return Calibrate((TParameters)column, generated);
    }

    /// <inheritdoc cref="Transform.Calibrate"/>
    protected virtual TParameters Calibrate(TParameters column, GeneratedColumn generated)
    {
        throw new NotSupportedException($"{Kind} does not know the distribution of a column.");
    }

    /// <summary>Fits a column whose values are all taken; it may be constant.</summary>
    protected abstract TParameters FitParameters(ObservedColumn column);

    /// <summary>Demands of parameters from outside what <see cref="FitParameters"/> gives.</summary>
    protected abstract void Check(TParameters column);

    /// <summary>Both directions of a column that is not constant.</summary>
    protected abstract ColumnMap Map(TParameters column);
}

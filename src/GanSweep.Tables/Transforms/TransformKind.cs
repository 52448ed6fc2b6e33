namespace GanSweep.Tables.Transforms;

/// <summary>How each column is mapped before training and back after sampling.</summary>
public enum TransformKind
{
    /// <summary>The column as it is.</summary>
    None,

    /// <summary>(x − mean) / standard deviation.</summary>
    Standard,

    /// <summary>Linearly to [−1, 1] between the column's minimum and maximum.</summary>
    MinMax,

    /// <summary>The natural logarithm, then standardised. Columns must be positive.</summary>
    Log,

    /// <summary>Normal scores: the standard normal quantile of the value's empirical probability.</summary>
    Quantile,
}

using GanSweep.Evaluation.Comparisons;

namespace GanSweep.Evaluation.Associations;

/// <summary>
/// The associations of the pairs of columns of a table: Pearson's correlation of two measures over the rows where both are there, the correlation
/// ratio η of a measure and levels, and the bias-corrected Cramér's V of levels and levels. Undefined, NaN, with a constant column.
/// </summary>
/// <param name="columns">The table's columns.</param>
/// <param name="centred">Its measures less their means.</param>
internal sealed class TableAssociations(TableColumns columns, CentredColumns centred)
{
    /// <summary>Whether a column takes more than one value, so that it can go together with another.</summary>
    public bool Varies(int column)
    {
        return columns.Levels[column] is { } levels ? levels.Distinct > 1 : !columns.Moments[column].IsConstant;
    }

    /// <summary>That of a pair.</summary>
    public double Of(int first, int second)
    {
        return (columns.Levels[first], columns.Levels[second]) switch
        {
            (null, null) => centred.Correlation(first, second),
            ({ } levels, null) => CorrelationRatio.Of(levels, columns.Table.Column(second), columns.Moments[second]),
            (null, { } levels) => CorrelationRatio.Of(levels, columns.Table.Column(first), columns.Moments[first]),
            ({ } x, { } y) => CramersV.Of(x, y),
        };
    }
}

namespace GanSweep.Evaluation.Comparisons;

/// <summary>A synthetic table holds an infinity, so it has no scores: its generator has diverged. (NaN is a missing cell.)</summary>
/// <param name="column">The first column with such a value.</param>
/// <param name="row">The first such row in it, from 1.</param>
/// <param name="value">What stands there.</param>
public sealed class NonFiniteRowsException(string column, int row, double value)
    : Exception($"The synthetic table cannot be scored: row {row} of column '{column}' is {value}, and only finite numbers have scores. "
        + "Its generator has diverged, or its file holds a value that is not a number.")
{
    /// <summary>The first column with such a value.</summary>
    public string Column { get; } = column;

    /// <summary>The first such row in it, from 1.</summary>
    public int Row { get; } = row;

    /// <summary>What stands there: an infinity.</summary>
    public double Value { get; } = value;
}

namespace GanSweep.Tables.Transforms;

/// <summary>A transform that cannot be fitted to a table, or fitted parameters that make no sense. The message says which column and why.</summary>
/// <param name="message">What is wrong, where, what is allowed and what to do.</param>
/// <param name="columnName">The column.</param>
/// <param name="row">The data row, counted from 1 without the header; null if it is not about a row.</param>
/// <param name="value">The value; null if it is not about a value.</param>
public sealed class TransformException(string message, string columnName, int? row = null, double? value = null) : Exception(message)
{
    /// <summary>The column.</summary>
    public string ColumnName { get; } = columnName;

    /// <summary>The data row, counted from 1 without the header; null if it is not about a row.</summary>
    public int? Row { get; } = row;

    /// <summary>The value; null if it is not about a value.</summary>
    public double? Value { get; } = value;
}

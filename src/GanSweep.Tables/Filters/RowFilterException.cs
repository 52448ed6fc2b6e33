namespace GanSweep.Tables.Filters;

/// <summary>A condition on rows that cannot be used. The message says what is wrong, what is allowed and what to do.</summary>
/// <param name="message">The whole message.</param>
public sealed class RowFilterException(string message) : Exception(message);

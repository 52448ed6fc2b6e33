namespace GanSweep.Tables;

/// <summary>A table's file that cannot be read as a table. The message says what is wrong, where, what is allowed and what to do.</summary>
/// <param name="message">The whole message.</param>
/// <param name="sourceName">The file, or what else the bytes came from.</param>
/// <param name="line">The line of the file, counted from 1 with the header, as an editor shows it; null if it is not about a line.</param>
/// <param name="column">The column's name; null if it is not about a column.</param>
/// <param name="innerException">The cause, if it was an exception.</param>
public sealed class TableException(string message, string sourceName, long? line = null, string? column = null, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>The file, or what else the bytes came from.</summary>
    public string SourceName { get; } = sourceName;

    /// <summary>The line of the file, counted from 1 with the header, as an editor shows it; null if it is not about a line.</summary>
    public long? Line { get; } = line;

    /// <summary>The column's name; null if it is not about a column.</summary>
    public string? Column { get; } = column;
}

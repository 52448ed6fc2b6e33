namespace GanSweep.Tables.Formats;

/// <summary>Bytes that were taken for UTF-8 are not.</summary>
/// <param name="message">Where.</param>
/// <param name="line">The line.</param>
internal sealed class NotUtf8Exception(string message, long line) : Exception(message)
{
    /// <summary>The line, from 1.</summary>
    public long Line { get; } = line;
}

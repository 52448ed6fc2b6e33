namespace GanSweep.Web.Uploads;

/// <summary>A part that does not join on to what is there, or a use of what is not whole. The message says what to do.</summary>
/// <param name="message">The message.</param>
/// <param name="offset">How many bytes are there.</param>
internal sealed class UploadConflictException(string message, long offset) : Exception(message)
{
    /// <summary>How many bytes are there.</summary>
    public long? Offset { get; } = offset;
}

namespace GanSweep.Web.Uploads;

/// <summary>More bytes than are taken. The message says what to do.</summary>
/// <param name="message">The message.</param>
internal sealed class UploadTooLargeException(string message) : Exception(message);

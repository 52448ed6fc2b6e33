namespace GanSweep.Web.Uploads;

/// <summary>There is no such upload, or it has been forgotten. The message says what to do.</summary>
/// <param name="message">The message.</param>
internal sealed class UploadNotFoundException(string message) : Exception(message);

namespace GanSweep.Web.Uploads;

/// <summary>Too many uploads are open, or they have too many bytes. The message says what to do.</summary>
/// <param name="message">The message.</param>
internal sealed class TooManyUploadsException(string message) : Exception(message);

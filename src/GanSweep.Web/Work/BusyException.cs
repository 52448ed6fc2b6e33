namespace GanSweep.Web.Work;

/// <summary>More is asked for at once than is done. The message says what to do.</summary>
/// <param name="message">The message.</param>
internal sealed class BusyException(string message) : Exception(message);

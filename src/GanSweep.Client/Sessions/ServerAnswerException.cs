namespace GanSweep.Client.Sessions;

/// <summary>A coordinator answers in a way that this program does not understand, or failed. The message says what to do.</summary>
/// <param name="message">The message.</param>
/// <param name="innerException">The failure.</param>
internal sealed class ServerAnswerException(string message, Exception? innerException = null) : Exception(message, innerException);

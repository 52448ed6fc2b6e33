namespace GanSweep.Files;

/// <summary>A file that a person named cannot be read. The message says which, why, and what to name instead.</summary>
/// <param name="message">The whole message.</param>
/// <param name="innerException">The cause, if it was an exception.</param>
public sealed class InputFileException(string message, Exception? innerException = null) : Exception(message, innerException);

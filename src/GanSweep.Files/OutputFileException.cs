namespace GanSweep.Files;

/// <summary>A file that a person named is not written to. The message says which, why, and what to do.</summary>
/// <param name="message">The whole message.</param>
public sealed class OutputFileException(string message) : Exception(message);

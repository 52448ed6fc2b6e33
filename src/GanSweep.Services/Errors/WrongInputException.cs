namespace GanSweep.Services.Errors;

/// <summary>Something that the person gave cannot be used. The message says what, why, and what to give instead.</summary>
/// <param name="message">The message.</param>
public sealed class WrongInputException(string message) : Exception(message);

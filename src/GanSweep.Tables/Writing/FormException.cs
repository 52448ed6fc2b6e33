namespace GanSweep.Tables.Writing;

/// <summary>Columns, or a spelling of their file, that no table which was read can have.</summary>
/// <param name="message">What is wrong, and what is allowed: whole sentences.</param>
public sealed class FormException(string message) : Exception(message);

namespace GanSweep.Tables.Rules;

/// <summary>A fitted rule and a table that do not belong together.</summary>
/// <param name="message">What is wrong.</param>
public sealed class RuleException(string message) : Exception(message);

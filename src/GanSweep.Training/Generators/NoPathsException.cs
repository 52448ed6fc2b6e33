namespace GanSweep.Training.Generators;

/// <summary>Series are asked for that cannot be drawn.</summary>
public sealed class NoPathsException(string message) : Exception(message);

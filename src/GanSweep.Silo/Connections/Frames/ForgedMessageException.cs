namespace GanSweep.Silo.Connections.Frames;

/// <summary>A client said something that it may not say; its connection ends.</summary>
/// <param name="message">What it said.</param>
internal sealed class ForgedMessageException(string message) : Exception(message);

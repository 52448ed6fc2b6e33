namespace GanSweep.Client.Sessions;

/// <summary>A coordinator does not let this program in, or not do this. The message says what to do.</summary>
/// <param name="message">The message.</param>
internal sealed class ServerRefusedException(string message) : Exception(message);

namespace GanSweep.Web.Problems;

/// <summary>A request whose content is of another kind than its address takes. The message says which.</summary>
/// <param name="message">The message.</param>
internal sealed class WrongContentException(string message) : Exception(message);

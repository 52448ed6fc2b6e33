namespace GanSweep.Documents;

/// <summary>One thing that is wrong with a sweep.json.</summary>
/// <param name="Path">Where it stands, as a JSON path; <c>$</c> for the text as a whole.</param>
/// <param name="Message">What is wrong, and what is allowed.</param>
public sealed record FaultDocument(string Path, string Message);

namespace GanSweep.Reporting.Findings;

/// <summary>Something that a score says of a run, in words.</summary>
/// <param name="Name">What is asked.</param>
/// <param name="Value">The answer as a number.</param>
/// <param name="Sentence">The answer in a sentence.</param>
/// <param name="Outcome">Whether that is good.</param>
internal sealed record Finding(string Name, string Value, string Sentence, Outcome Outcome);

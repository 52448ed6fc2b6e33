namespace GanSweep.Sweeps.Stores;

/// <summary>A decision of a search as it is stored: what a cohort tries.</summary>
/// <param name="Number">The cohort's number, from 0.</param>
/// <param name="Json">What was decided; the same decision is always the same text.</param>
public sealed record StoredCohort(int Number, string Json);

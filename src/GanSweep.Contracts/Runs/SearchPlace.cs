namespace GanSweep.Contracts.Runs;

/// <summary>The place of a run in its sweep's search: which configuration it is of, and why it is trained.</summary>
/// <param name="Configuration">The number of the configuration, from 1, in the order in which they were proposed.</param>
/// <param name="Cohort">The cohort that decided the run, from 1.</param>
/// <param name="Rung">The rung, from 1; null where it is trained again to confirm what was found.</param>
/// <param name="Origin">Why: enqueued, grid, random, sobol, startUp, model, promoted or confirmed.</param>
/// <param name="Proposed">Where its configuration comes from: the same, but for a run that was promoted or confirms.</param>
[GenerateSerializer, Immutable, Alias("GanSweep.SearchPlace")]
public sealed record SearchPlace(
    [property: Id(0)] int Configuration,
    [property: Id(1)] int Cohort,
    [property: Id(2)] int? Rung,
    [property: Id(3)] string Origin,
    [property: Id(4)] string Proposed);

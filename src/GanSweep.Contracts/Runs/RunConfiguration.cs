namespace GanSweep.Contracts.Runs;

/// <summary>What a run's model is built and trained with, as text, so that no silo or client needs to know a model to pass its runs on.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="Json">A canonical JSON object of all of the model's keys, defaults too. Equal configurations have equal texts.</param>
[GenerateSerializer, Immutable, Alias("GanSweep.RunConfiguration")]
public sealed record RunConfiguration([property: Id(0)] string Model, [property: Id(1)] string Json);

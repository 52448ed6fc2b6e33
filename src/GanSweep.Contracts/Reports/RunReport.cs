namespace GanSweep.Contracts.Reports;

/// <summary>What a trainer tells of one run. Any report that is accepted renews the run's lease.</summary>
/// <param name="Run">The run's number in its sweep.</param>
/// <param name="Attempt">The attempt that the trainer holds.</param>
[GenerateSerializer, Immutable, Alias("GanSweep.RunReport")]
public abstract record RunReport([property: Id(0)] int Run, [property: Id(1)] int Attempt);

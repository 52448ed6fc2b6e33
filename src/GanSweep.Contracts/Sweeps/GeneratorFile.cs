namespace GanSweep.Contracts.Sweeps;

/// <summary>A kept generator as it is downloaded.</summary>
/// <param name="Run">The run it belongs to.</param>
/// <param name="Content">The zip file.</param>
[GenerateSerializer, Immutable, Alias("GanSweep.GeneratorFile")]
public sealed record GeneratorFile([property: Id(0)] int Run, [property: Id(1)] byte[] Content);

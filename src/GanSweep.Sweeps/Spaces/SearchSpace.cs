namespace GanSweep.Sweeps.Spaces;

/// <summary>What the runs of a sweep are drawn from.</summary>
/// <param name="Alternatives">The configurations.</param>
/// <param name="Seed">The seed of each configuration's first replicate.</param>
/// <param name="Replicates">How often each configuration is trained, under the seed and the next ones.</param>
public sealed record SearchSpace(Alternatives Alternatives, long Seed, int Replicates);

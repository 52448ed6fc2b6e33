using GanSweep.Settings.Models;

namespace GanSweep.Training.Families;

/// <summary>What a model begins from.</summary>
/// <param name="Configuration">How it is built and trained: one of the family's own.</param>
/// <param name="Seed">Seed of all of the run's random numbers.</param>
/// <param name="Table">The transformed training rows, <c>[rows, columns]</c>, row-major.</param>
/// <param name="Columns">Its columns.</param>
public sealed record RunStart(Configuration Configuration, long Seed, ReadOnlyMemory<float> Table, int Columns);

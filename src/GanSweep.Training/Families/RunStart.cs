using GanSweep.Settings.Models;
using GanSweep.Tables.Transforms;

namespace GanSweep.Training.Families;

/// <summary>What a model begins from.</summary>
/// <param name="Configuration">How it is built and trained: one of the family's own.</param>
/// <param name="Seed">Seed of all of the run's random numbers.</param>
/// <param name="Table">The transformed training rows, each with what came before it, <c>[rows, features + context]</c>, row-major.</param>
/// <param name="Features">What they are made of.</param>
public sealed record RunStart(Configuration Configuration, long Seed, ReadOnlyMemory<float> Table, FeatureLayout Features);

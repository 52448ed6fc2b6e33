using System.Collections.Immutable;

namespace GanSweep.Training.Safetensors;

/// <summary>A tensor of single-precision numbers with its name.</summary>
/// <param name="Name">The name; unique in a file.</param>
/// <param name="Shape">The lengths of its dimensions; none for a single number.</param>
/// <param name="Values">The numbers, the last dimension fastest.</param>
internal sealed record NamedTensor(string Name, ImmutableArray<int> Shape, float[] Values);

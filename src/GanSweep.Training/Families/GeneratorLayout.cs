using System.Collections.Immutable;
using System.Text.Json;

namespace GanSweep.Training.Families;

/// <summary>What a generator is made of, as its file says it to readers in any language.</summary>
/// <param name="Architecture">How rows are computed from the tensors: a JSON object of the family's own.</param>
/// <param name="Tensors">The tensors: one after the other, their numbers are the weights.</param>
public sealed record GeneratorLayout(JsonElement Architecture, ImmutableArray<TensorShape> Tensors);

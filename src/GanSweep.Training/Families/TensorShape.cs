using System.Collections.Immutable;

namespace GanSweep.Training.Families;

/// <summary>A tensor of a generator's weights before its numbers are known.</summary>
/// <param name="Name">Its name; unique in a generator.</param>
/// <param name="Lengths">The lengths of its dimensions, the last one fastest.</param>
public sealed record TensorShape(string Name, params ImmutableArray<int> Lengths)
{
    /// <summary>The number of its numbers.</summary>
    public long Count => Lengths.Aggregate(1L, (product, length) => product * length);

    /// <summary>Its name and its lengths: <c>layers.0.bias [7]</c>.</summary>
    public override string ToString()
    {
        return $"{Name} [{string.Join(", ", Lengths)}]";
    }
}

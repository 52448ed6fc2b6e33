using System.Collections.Immutable;

namespace GanSweep.Training.Families;

/// <summary>A tensor of a generator's weights before its numbers are known.</summary>
/// <param name="Name">Its name; unique in a generator.</param>
/// <param name="Lengths">The lengths of its dimensions, the last one fastest.</param>
public sealed record TensorShape(string Name, params ImmutableArray<int> Lengths)
{
    /// <summary>The number of its numbers.</summary>
    public long Count => Lengths.Aggregate(1L, (product, length) => product * length);

    /// <summary>
    /// The tensors of layers that follow one another, named as PyTorch's modules name them: layers.0.weight <c>[outputs, inputs]</c>,
    /// layers.0.bias <c>[outputs]</c>, …
    /// </summary>
    /// <param name="inputs">Inputs of the first layer.</param>
    /// <param name="outputs">Outputs of each layer.</param>
    public static ImmutableArray<TensorShape> OfLayers(int inputs, ImmutableArray<int> outputs)
    {
        return
        [
            .. outputs.Zip(outputs.Prepend(inputs)).Index().SelectMany(layer => new TensorShape[]
            {
                new($"layers.{layer.Index}.weight", layer.Item.First, layer.Item.Second),
                new($"layers.{layer.Index}.bias", layer.Item.First),
            }),
        ];
    }

    /// <summary>Its name and its lengths: <c>layers.0.bias [7]</c>.</summary>
    public override string ToString()
    {
        return $"{Name} [{string.Join(", ", Lengths)}]";
    }
}

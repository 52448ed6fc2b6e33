using System.Collections.Immutable;

namespace GanSweep.Networks;

/// <summary>The layers of a multilayer perceptron in one flat memory, one after the other from the input on.</summary>
public sealed class MlpShape
{
    /// <summary>Lays the layers out.</summary>
    /// <param name="widths">Length of an input row, the widths of the hidden layers, length of an output row.</param>
    public MlpShape(params ReadOnlySpan<int> widths)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(widths.Length, 2, nameof(widths));
        ImmutableArray<LayerShape>.Builder layers = ImmutableArray.CreateBuilder<LayerShape>(widths.Length - 1);
        for (int layer = 0; layer + 1 < widths.Length; layer++)
        {
            layers.Add(new LayerShape(widths[layer], widths[layer + 1], ParameterCount));
            ParameterCount = layers[layer].Bias.End.Value;
        }

        Layers = layers.MoveToImmutable();
    }

    /// <summary>The layers, from the input on.</summary>
    public ImmutableArray<LayerShape> Layers { get; }

    /// <summary>The numbers of all layers.</summary>
    public int ParameterCount { get; }

    /// <summary>Length of an input row.</summary>
    public int Inputs => Layers[0].Inputs;

    /// <summary>Length of an output row.</summary>
    public int Outputs => Layers[^1].Outputs;

    /// <summary>Widths of the hidden layers.</summary>
    public IEnumerable<int> HiddenWidths => Layers.SkipLast(1).Select(layer => layer.Outputs);
}

using System.Collections.Immutable;
using GanSweep.Gan.Configurations;

namespace GanSweep.Gan.Networks;

/// <summary>The layers of a multilayer perceptron in one flat memory, one after the other from the input on.</summary>
internal sealed class MlpShape
{
    private MlpShape(IReadOnlyList<int> widths)
    {
        ImmutableArray<LayerShape>.Builder layers = ImmutableArray.CreateBuilder<LayerShape>(widths.Count - 1);
        for (int layer = 0; layer + 1 < widths.Count; layer++)
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

    /// <summary>The generator: latent vector → hidden layers → one value a column.</summary>
    public static MlpShape Generator(GanConfiguration configuration, int columns)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return new MlpShape([configuration.LatentDim, .. configuration.GeneratorLayers, columns]);
    }

    /// <summary>The discriminator: one value a column → hidden layers → one logit (a critic's value under wassersteinGp).</summary>
    public static MlpShape Discriminator(GanConfiguration configuration, int columns)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return new MlpShape([columns, .. configuration.DiscriminatorLayers, 1]);
    }
}

using System.Collections.Immutable;
using System.Text.Json.Serialization;
using GanSweep.Networks;
using GanSweep.Networks.Families;
using GanSweep.Networks.Heads;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Families;
using GanSweep.Vae.Configurations;

namespace GanSweep.Vae.Families;

/// <summary>
/// How to run the weights: the latent vector through each layer of the decoder, with the activation between two of them; then normal noise times "scales" is added to the
/// amounts.
/// </summary>
/// <param name="LatentDim">Length of the latent vector.</param>
/// <param name="Layers">Outputs of each layer; the last has one a feature of a row.</param>
/// <param name="Activation">What follows every layer but the last.</param>
/// <param name="NegativeSlope">What the activation multiplies negative numbers by.</param>
/// <param name="Amounts">Where the numbers of a row stand that have scales, in their order; the others say choices.</param>
internal sealed record VaeArchitecture(int LatentDim, ImmutableArray<int> Layers, Activation Activation, double NegativeSlope, ImmutableArray<int> Amounts)
{
    /// <summary>Numbers of what came before a row, which follow the latent vector; left out where rows stand by themselves.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Context { get; init; }

    /// <summary>The architecture that a configuration asks for.</summary>
    public static VaeArchitecture Of(VaeConfiguration configuration, FeatureLayout features)
    {
        return new VaeArchitecture(
            configuration.LatentDim,
            [.. configuration.DecoderShape(features.Count).Layers.Select(layer => layer.Outputs)],
            configuration.Activation,
            ArchitectureJson.NegativeSlopeOf(configuration.Activation),
            new FeatureParts(features).Amounts)
        {
            Context = ArchitectureJson.ContextOf(features),
        };
    }

    /// <summary>The architecture with its tensors.</summary>
    public GeneratorLayout ToLayout()
    {
        ImmutableArray<TensorShape> layers = TensorShape.OfLayers(LatentDim + (Context ?? 0), Layers);
        return ArchitectureJson.LayoutOf(this, Amounts.IsEmpty ? layers : layers.Add(new TensorShape("scales", Amounts.Length)));
    }
}

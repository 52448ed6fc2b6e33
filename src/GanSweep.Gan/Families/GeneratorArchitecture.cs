using System.Collections.Immutable;
using System.Text.Json.Serialization;
using GanSweep.Gan.Configurations;
using GanSweep.Networks;
using GanSweep.Networks.Families;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Families;

namespace GanSweep.Gan.Families;

/// <summary>How to run the weights: the latent vector through each layer, with the activation between two of them.</summary>
/// <param name="LatentDim">Length of the latent vector.</param>
/// <param name="Layers">Outputs of each layer; the last has one a feature of a row.</param>
/// <param name="Activation">What follows every layer but the last.</param>
/// <param name="NegativeSlope">What the activation multiplies negative numbers by.</param>
internal sealed record GeneratorArchitecture(int LatentDim, ImmutableArray<int> Layers, Activation Activation, double NegativeSlope)
{
    /// <summary>Numbers of what came before a row, which follow the latent vector; left out where rows stand by themselves.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Context { get; init; }

    /// <summary>The architecture that a configuration asks for.</summary>
    public static GeneratorArchitecture Of(GanConfiguration configuration, FeatureLayout features)
    {
        return new GeneratorArchitecture(
            configuration.LatentDim,
            [.. configuration.GeneratorLayers, features.Count],
            configuration.Activation,
            ArchitectureJson.NegativeSlopeOf(configuration.Activation))
        {
            Context = ArchitectureJson.ContextOf(features),
        };
    }

    /// <summary>The architecture with its tensors.</summary>
    public GeneratorLayout ToLayout()
    {
        return ArchitectureJson.LayoutOf(this, TensorShape.OfLayers(LatentDim + (Context ?? 0), Layers));
    }
}

using System.Collections.Immutable;
using GanSweep.Gan.Configurations;

namespace GanSweep.Gan.GeneratorFiles;

/// <summary>How to run the weights: the latent vector through each layer, with the activation between two of them.</summary>
/// <param name="LatentDim">Length of the latent vector.</param>
/// <param name="Layers">Outputs of each layer; the last has one a column.</param>
/// <param name="Activation">What follows every layer but the last.</param>
/// <param name="NegativeSlope">What the activation multiplies negative numbers by.</param>
internal sealed record GeneratorArchitecture(int LatentDim, ImmutableArray<int> Layers, Activation Activation, double NegativeSlope)
{
    /// <summary>The architecture that a configuration asks for.</summary>
    public static GeneratorArchitecture Of(GanConfiguration configuration, int columnCount)
    {
        return new GeneratorArchitecture(
            configuration.LatentDim,
            [.. configuration.GeneratorLayers, columnCount],
            configuration.Activation,
            configuration.Activation == Activation.LeakyRelu ? 0.2 : 0);
    }

    /// <summary>Whether both say the same.</summary>
    public bool Equals(GeneratorArchitecture? other)
    {
        return other != null
            && LatentDim == other.LatentDim
            && Layers.AsSpan().SequenceEqual(other.Layers.AsSpan())
            && Activation == other.Activation
            && NegativeSlope.Equals(other.NegativeSlope);
    }

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        return HashCode.Combine(LatentDim, Layers.Length, Activation);
    }
}

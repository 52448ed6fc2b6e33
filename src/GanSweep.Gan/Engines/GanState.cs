using GanSweep.Gan.Configurations;
using GanSweep.Kernels.Optimizers;
using GanSweep.Networks;
using GanSweep.Numerics.Randomness;

namespace GanSweep.Gan.Engines;

/// <summary>Everything that training changes in its networks, each part in one flat memory.</summary>
internal sealed class GanState : IDisposable
{
    /// <summary>The state before the first update.</summary>
    /// <param name="configuration">The networks and their optimizers.</param>
    /// <param name="seed">Seed of the initial weights.</param>
    /// <param name="columns">Columns of the table.</param>
    public GanState(GanConfiguration configuration, long seed, int columns)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        GeneratorShape = configuration.GeneratorShape(columns);
        DiscriminatorShape = configuration.DiscriminatorShape(columns);
        Generator = new HostTensor(GeneratorShape.ParameterCount);
        GeneratorAverage = new HostTensor(GeneratorShape.ParameterCount);
        Discriminator = new HostTensor(DiscriminatorShape.ParameterCount);
        GeneratorOptimizer = new Adam(
            GeneratorShape.ParameterCount, configuration.GeneratorLearningRate, configuration.Beta1, configuration.Beta2);
        DiscriminatorOptimizer = new Adam(
            DiscriminatorShape.ParameterCount, configuration.DiscriminatorLearningRate, configuration.Beta1, configuration.Beta2);

        InitialWeights.Fill(GeneratorShape, seed, RandomPurpose.GeneratorWeights, Generator.Values);
        InitialWeights.Fill(DiscriminatorShape, seed, RandomPurpose.DiscriminatorWeights, Discriminator.Values);
        Generator.Values.CopyTo(GeneratorAverage.Values);
    }

    /// <summary>The generator's layers.</summary>
    public MlpShape GeneratorShape { get; }

    /// <summary>The discriminator's layers.</summary>
    public MlpShape DiscriminatorShape { get; }

    /// <summary>The generator's weights.</summary>
    public HostTensor Generator { get; }

    /// <summary>The moving average of the generator's weights: what is scored and kept.</summary>
    public HostTensor GeneratorAverage { get; }

    /// <summary>The discriminator's weights.</summary>
    public HostTensor Discriminator { get; }

    /// <summary>The generator's optimizer; its updates number the generator's noise.</summary>
    public Adam GeneratorOptimizer { get; }

    /// <summary>The discriminator's optimizer; its updates number the discriminator's noise.</summary>
    public Adam DiscriminatorOptimizer { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Generator.Dispose();
        GeneratorAverage.Dispose();
        Discriminator.Dispose();
    }
}

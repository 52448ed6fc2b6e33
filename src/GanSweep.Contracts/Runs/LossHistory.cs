using System.Collections.Immutable;

namespace GanSweep.Contracts.Runs;

/// <summary>Mean losses of consecutive epochs. The four arrays have one value an epoch.</summary>
/// <param name="FirstEpoch">The epoch of the first values; epochs count from 1.</param>
/// <param name="Discriminator">The discriminator's objective: the mean of its two halves (for wassersteinGp their sum plus the penalty).</param>
/// <param name="DiscriminatorReal">The half on real rows.</param>
/// <param name="DiscriminatorFake">The half on generated rows.</param>
/// <param name="Generator">The generator's objective.</param>
[GenerateSerializer, Immutable, Alias("GanSweep.LossHistory")]
public sealed record LossHistory(
    [property: Id(0)] int FirstEpoch,
    [property: Id(1)] ImmutableArray<float> Discriminator,
    [property: Id(2)] ImmutableArray<float> DiscriminatorReal,
    [property: Id(3)] ImmutableArray<float> DiscriminatorFake,
    [property: Id(4)] ImmutableArray<float> Generator)
{
    /// <summary>No epochs.</summary>
    public static LossHistory Empty { get; } = new(1, [], [], [], []);

    /// <summary>The number of epochs.</summary>
    public int Count => Discriminator.Length;
}

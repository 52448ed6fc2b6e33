using System.Collections.Immutable;

namespace GanSweep.Contracts.Runs;

/// <summary>Mean losses of consecutive epochs, by name, so that whoever passes them on need not know the model.</summary>
/// <param name="FirstEpoch">The epoch of the first values; epochs count from 1.</param>
/// <param name="Series">The model's losses in its order, all with the same number of values.</param>
/// <remarks>Ids 1 to 4 were members of this record, the four losses of a GAN.</remarks>
[GenerateSerializer, Immutable, Alias("GanSweep.LossHistory")]
public sealed record LossHistory([property: Id(0)] int FirstEpoch, [property: Id(5)] ImmutableArray<LossValues> Series)
{
    /// <summary>No epochs.</summary>
    public static LossHistory Empty { get; } = new(1, []);

    /// <summary>The number of epochs.</summary>
    public int Count => Series.IsEmpty ? 0 : Series[0].Values.Length;

    /// <summary>The values of a loss; none if there is no such loss.</summary>
    /// <param name="name">Its name.</param>
    public ImmutableArray<float> this[string name] => Series.FirstOrDefault(series => series.Name == name)?.Values ?? [];
}

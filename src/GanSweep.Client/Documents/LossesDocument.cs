using System.Collections.Immutable;
using GanSweep.Contracts.Runs;

namespace GanSweep.Client.Documents;

/// <summary>The losses of a run, one value an epoch.</summary>
internal sealed record LossesDocument(
    ImmutableArray<int> Epoch,
    ImmutableArray<float> Discriminator,
    ImmutableArray<float> DiscriminatorReal,
    ImmutableArray<float> DiscriminatorFake,
    ImmutableArray<float> Generator)
{
    public static LossesDocument Of(LossHistory losses)
    {
        return new LossesDocument(
            [.. Enumerable.Range(losses.FirstEpoch, losses.Count)],
            losses.Discriminator,
            losses.DiscriminatorReal,
            losses.DiscriminatorFake,
            losses.Generator);
    }
}

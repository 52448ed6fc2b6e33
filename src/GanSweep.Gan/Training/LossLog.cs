using GanSweep.Contracts.Runs;

namespace GanSweep.Gan.Training;

/// <summary>The losses of every epoch so far.</summary>
public sealed class LossLog
{
    private readonly List<EpochLosses> _epochs = [];

    /// <summary>The number of epochs.</summary>
    public int Count => _epochs.Count;

    /// <summary>The log of losses that were written down by <see cref="ToArray"/>.</summary>
    /// <param name="values"><c>[4, epochs]</c>.</param>
    public static LossLog FromArray(ReadOnlySpan<float> values)
    {
        LossLog log = new();
        int count = values.Length / 4;
        for (int i = 0; i < count; i++)
        {
            log.Add(new EpochLosses(values[i], values[count + i], values[(2 * count) + i], values[(3 * count) + i]));
        }

        return log;
    }

    /// <summary>Adds the next epoch.</summary>
    public void Add(in EpochLosses losses)
    {
        _epochs.Add(losses);
    }

    /// <summary><c>[4, epochs]</c>: discriminator, its halves on real and on generated rows, generator.</summary>
    public float[] ToArray()
    {
        return
        [
            .. _epochs.Select(losses => losses.Discriminator),
            .. _epochs.Select(losses => losses.DiscriminatorReal),
            .. _epochs.Select(losses => losses.DiscriminatorFake),
            .. _epochs.Select(losses => losses.Generator),
        ];
    }

    /// <summary>The log as it is reported.</summary>
    public LossHistory ToHistory()
    {
        return new LossHistory(
            1,
            [.. _epochs.Select(losses => losses.Discriminator)],
            [.. _epochs.Select(losses => losses.DiscriminatorReal)],
            [.. _epochs.Select(losses => losses.DiscriminatorFake)],
            [.. _epochs.Select(losses => losses.Generator)]);
    }
}

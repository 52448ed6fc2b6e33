namespace GanSweep.Gan.Training;

/// <summary>A run whose numbers are no longer finite. The same run would diverge again, in the same epoch.</summary>
/// <param name="epoch">The epoch, from 1.</param>
/// <param name="what">What is not finite, as a sentence without its end.</param>
/// <param name="innerException">The cause, if it was an exception.</param>
public sealed class DivergedException(int epoch, string what, Exception? innerException = null)
    : Exception(
        $"Diverged in epoch {epoch}: {what}. Try smaller values of generatorLearningRate and discriminatorLearningRate, "
        + "a transform that keeps the columns near 1 (standard, quantile), or another loss.",
        innerException)
{
    /// <summary>The epoch, from 1.</summary>
    public int Epoch { get; } = epoch;

    /// <summary>Throws if a loss is not finite.</summary>
    internal static void ThrowIfNotFinite(int epoch, in EpochLosses losses)
    {
        ThrowIfNotFinite(epoch, "the discriminator's loss on real rows", losses.DiscriminatorReal);
        ThrowIfNotFinite(epoch, "the discriminator's loss on generated rows", losses.DiscriminatorFake);
        ThrowIfNotFinite(epoch, "the discriminator's loss", losses.Discriminator);
        ThrowIfNotFinite(epoch, "the generator's loss", losses.Generator);
    }

    private static void ThrowIfNotFinite(int epoch, string what, float loss)
    {
        if (!float.IsFinite(loss))
        {
            throw new DivergedException(epoch, $"{what} is {loss}");
        }
    }
}

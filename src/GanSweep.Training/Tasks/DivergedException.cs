namespace GanSweep.Training.Tasks;

/// <summary>A run whose numbers are no longer finite. The same run would diverge again, in the same epoch.</summary>
/// <param name="epoch">The epoch, from 1.</param>
/// <param name="what">What is not finite, as a sentence without its end.</param>
/// <param name="advice">What to try, as a whole sentence.</param>
/// <param name="innerException">The cause, if it was an exception.</param>
public sealed class DivergedException(int epoch, string what, string advice, Exception? innerException = null)
    : Exception($"Diverged in epoch {epoch}: {what}. {advice}", innerException)
{
    /// <summary>The epoch, from 1.</summary>
    public int Epoch { get; } = epoch;
}

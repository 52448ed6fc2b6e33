namespace GanSweep.Training.Tasks;

/// <summary>How a training ended: completed, or interrupted with all that is needed to go on.</summary>
public abstract record TrainingOutcome
{
    private TrainingOutcome()
    {
    }

    /// <summary>Trained to its end.</summary>
    /// <param name="Result">What was found.</param>
    /// <param name="Generator">The best epoch's generator as a file, see <see cref="Generators.GeneratorFileWriter"/>.</param>
    /// <param name="Checkpoint">Of a beginning, all that a longer run needs to go on from its end; null of a whole run.</param>
    public sealed record Completed(TrainedRun Result, byte[] Generator, byte[]? Checkpoint = null) : TrainingOutcome;

    /// <summary>Stopped on request.</summary>
    /// <param name="Epoch">The last epoch done; 0 before the first.</param>
    /// <param name="Checkpoint">All that is needed to go on.</param>
    public sealed record Interrupted(int Epoch, byte[] Checkpoint) : TrainingOutcome;
}

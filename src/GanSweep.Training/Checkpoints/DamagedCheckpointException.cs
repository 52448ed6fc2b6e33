namespace GanSweep.Training.Checkpoints;

/// <summary>Bytes that are not a training checkpoint of this version. Nothing of them was used.</summary>
/// <param name="what">What is wrong with them, as a sentence without its end.</param>
/// <param name="innerException">The cause, if it was an exception.</param>
public sealed class DamagedCheckpointException(string what, Exception? innerException = null)
    : Exception(
        $"The training checkpoint cannot be read: {what}. Train the run from its start, without a checkpoint: it ends in the same bits.",
        innerException);

namespace GanSweep.Training.Checkpoints;

/// <summary>A training checkpoint of another run than the one it was given to.</summary>
/// <param name="expectedRunKey">The run that was to go on.</param>
/// <param name="actualRunKey">The run that the checkpoint belongs to.</param>
public sealed class ForeignCheckpointException(string expectedRunKey, string actualRunKey)
    : Exception($"The training checkpoint belongs to run {actualRunKey}; run {expectedRunKey} cannot go on from it. Give it its own checkpoint, or none.")
{
    /// <summary>The run that was to go on.</summary>
    public string ExpectedRunKey { get; } = expectedRunKey;

    /// <summary>The run that the checkpoint belongs to.</summary>
    public string ActualRunKey { get; } = actualRunKey;
}

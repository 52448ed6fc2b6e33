using GanSweep.Training.Losses;

namespace GanSweep.Training.Tasks;

/// <summary>Who follows a training. Called on the training's thread, which waits: calls should be short.</summary>
public interface ITrainingObserver
{
    /// <summary>An epoch is done.</summary>
    /// <param name="epoch">The epoch, from 1.</param>
    /// <param name="losses">Its losses.</param>
    void EpochCompleted(int epoch, EpochLosses losses);

    /// <summary>The generator was scored.</summary>
    /// <param name="point">The epoch and its scores.</param>
    /// <param name="best">Whether it has the lowest total so far.</param>
    void Evaluated(ScoredEpoch point, bool best);

    /// <summary>Whether a checkpoint is wanted now. Asked before every step, thousands of times a second.</summary>
    bool CheckpointDue();

    /// <summary>The checkpoint that was wanted.</summary>
    /// <param name="epoch">The last epoch done; the checkpoint may stand in the middle of the next.</param>
    /// <param name="checkpoint">All that is needed to go on.</param>
    void Checkpoint(int epoch, byte[] checkpoint);
}

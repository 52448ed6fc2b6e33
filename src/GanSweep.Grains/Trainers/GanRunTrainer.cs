using GanSweep.Contracts.Runs;
using GanSweep.Gan.Checkpoints;
using GanSweep.Gan.Engines;
using GanSweep.Gan.Training;
using GanSweep.Numerics.Tables;
using GanSweep.Search.Keys;

namespace GanSweep.Grains.Trainers;

/// <summary>Trains runs with GanSweep.Gan.</summary>
public sealed class GanRunTrainer : IRunTrainer
{
    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The lease was granted by a coordinator with another engine.</exception>
    public TrainingOutcome Train(Lease lease, Table table, byte[]? checkpoint, ITrainingObserver observer, CancellationToken stop)
    {
        if (RunKey.Compute(lease.Spec, EngineVersion.Current) != lease.RunKey)
        {
            throw new InvalidOperationException(
                $"Run {lease.Run} of {lease.SweepId} was leased by a coordinator with another engine than this trainer's {EngineVersion.Current}. Run the same GanSweep version on every silo.");
        }

        TrainingTask task = new()
        {
            Configuration = lease.Spec.Configuration,
            Seed = lease.Spec.Seed,
            Table = table,
            Holdout = lease.Spec.Holdout,
            EvaluationRows = lease.Spec.EvaluationRows,
            Yardsticks = lease.Yardsticks,
            RunKey = lease.RunKey,
            SweepId = lease.SweepId,
            DatasetHash = lease.Spec.DatasetHash,
        };
        try
        {
            return GanTrainer.Train(task, checkpoint, observer, stop);
        }
        catch (Exception useless) when (useless is DamagedCheckpointException or ForeignCheckpointException)
        {
            // Written by another version, say. From the start the result is the same; only time is lost.
            return GanTrainer.Train(task, checkpoint: null, observer, stop);
        }
    }
}

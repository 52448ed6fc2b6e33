using GanSweep.Contracts.Runs;
using GanSweep.Settings.Models;
using GanSweep.Sweeps.Keys;
using GanSweep.Tables;
using GanSweep.Training.Checkpoints;
using GanSweep.Training.Families;
using GanSweep.Training.Loop;
using GanSweep.Training.Tasks;

namespace GanSweep.Grains.Trainers;

/// <summary>Trains runs of any family.</summary>
/// <param name="families">The families that this silo can train.</param>
/// <param name="time">Tells how long runs take.</param>
public sealed class RunTrainer(ModelFamilies families, TimeProvider time) : IRunTrainer
{
    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The lease was granted by a coordinator with another engine.</exception>
    public TrainingOutcome Train(Lease lease, Table table, byte[]? checkpoint, ITrainingObserver observer, CancellationToken stop)
    {
        IModelFamily family = families[lease.Spec.Configuration.Model];
        Configuration configuration = family.Model.Parse(lease.Spec.Configuration.Json);
        TrainingTask task = new()
        {
            Family = family,
            Configuration = configuration,
            EngineVersion = EngineVersionOf(lease, family, configuration),
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
            return Trainer.Train(task, checkpoint, observer, time, stop);
        }
        catch (Exception useless) when (useless is DamagedCheckpointException or ForeignCheckpointException)
        {
            // Written by another version, say. From the start the result is the same; only time is lost.
            return Trainer.Train(task, checkpoint: null, observer, time, stop);
        }
    }

    // The coordinator's engine decides: the run key was made with its version.
    private static string EngineVersionOf(Lease lease, IModelFamily family, Configuration configuration)
    {
        return family.EngineVersionsFor(configuration).FirstOrDefault(version => RunKey.Compute(lease.Spec, version) == lease.RunKey)
            ?? throw new InvalidOperationException(
                $"Run {lease.Run} of {lease.SweepId} was leased by a coordinator with another engine than those of this trainer, "
                + $"{string.Join(", ", family.EngineVersionsFor(configuration))}: the results would differ. {family.AdviceOnEngine(configuration)}");
    }
}

using GanSweep.Contracts.Runs;
using GanSweep.Gan.Checkpoints;
using GanSweep.Gan.Configurations;
using GanSweep.Gan.Engines;
using GanSweep.Gan.Training;
using GanSweep.Settings.Models;
using GanSweep.Tables;

namespace GanSweep.Grains.Trainers;

/// <summary>Trains runs with GanSweep.Gan.</summary>
public sealed class GanRunTrainer : IRunTrainer
{
    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The lease is for another engine than this trainer has.</exception>
    public TrainingOutcome Train(Lease lease, Table table, byte[]? checkpoint, ITrainingObserver observer, CancellationToken stop)
    {
        Configuration configuration = GanKeys.Model.Parse(lease.Spec.Configuration.Json);
        ThrowIfForeign(lease, configuration);
        TrainingTask task = new()
        {
            Configuration = GanConfiguration.Of(configuration),
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

    private static void ThrowIfForeign(Lease lease, Configuration configuration)
    {
        string own = EngineVersion.Of(configuration);
        if (lease.EngineVersion != own)
        {
            throw new InvalidOperationException(
                $"Run {lease.Run} of {lease.SweepId} was leased for the engine {lease.EngineVersion}, and this trainer on {Environment.MachineName} has {own}: "
                + "the results would differ. Run the same GanSweep version on every silo"
                + (configuration.Get(GanKeys.Engine) == EngineKind.Torch ? ", and the engine \"torch\" on processors of one kind; \"fused\" runs on any." : "."));
        }
    }
}

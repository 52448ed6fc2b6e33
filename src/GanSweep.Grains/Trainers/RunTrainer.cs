using GanSweep.Contracts.Runs;
using GanSweep.Settings.Models;
using GanSweep.Sweeps.Definitions;
using GanSweep.Sweeps.Wire;
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
    /// <exception cref="InvalidOperationException">The lease is for another engine than this trainer has.</exception>
    public TrainingOutcome Train(Lease lease, Table table, byte[]? checkpoint, ITrainingObserver observer, CancellationToken stop)
    {
        IModelFamily family = families[lease.Spec.Configuration.Model];
        Configuration configuration = family.Model.Parse(lease.Spec.Configuration.Json);
        ThrowIfForeign(lease, family, configuration);
        TrainingTask task = new()
        {
            Family = family,
            Configuration = configuration,
            Seed = lease.Spec.Seed,
            Table = table,
            Holdout = lease.Spec.Holdout,
            Target = lease.Spec.Target,
            Rules = SweepDefinition.ParseRules(lease.Spec.Rules),
            Sequence = SweepDefinition.ParseSequence(lease.Spec.Sequence),
            EvaluationRows = lease.Spec.EvaluationRows,
            SecondSample = lease.SecondSample.ToScores(),
            Until = lease.Spec.Until,
            Beginning = lease.Beginning,
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

    private static void ThrowIfForeign(Lease lease, IModelFamily family, Configuration configuration)
    {
        string own = family.EngineVersionOf(configuration);
        if (lease.EngineVersion != own)
        {
            throw new InvalidOperationException(
                $"Run {lease.Run} of {lease.SweepId} was leased for the engine {lease.EngineVersion}, and this trainer on {Environment.MachineName} has {own}: "
                + $"the results would differ. {family.AdviceOnEngine(configuration)}");
        }
    }
}

using GanSweep.Contracts.Runs;
using GanSweep.Gan.Checkpoints;
using GanSweep.Gan.Configurations;
using GanSweep.Gan.Engines;
using GanSweep.Gan.Training;
using GanSweep.Kernels.Products;
using GanSweep.Sweeps.Keys;
using GanSweep.Tables;

namespace GanSweep.Grains.Trainers;

/// <summary>Trains runs with GanSweep.Gan.</summary>
public sealed class GanRunTrainer : IRunTrainer
{
    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The lease was granted by a coordinator with another engine.</exception>
    public TrainingOutcome Train(Lease lease, Table table, byte[]? checkpoint, ITrainingObserver observer, CancellationToken stop)
    {
        TrainingTask task = new()
        {
            Configuration = ConfigurationOf(lease),
            Seed = lease.Spec.Seed,
            Table = table,
            Holdout = lease.Spec.Holdout,
            EvaluationRows = lease.Spec.EvaluationRows,
            Yardsticks = lease.Yardsticks,
            Instructions = InstructionsOf(lease),
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

    private static GanConfiguration ConfigurationOf(Lease lease)
    {
        return GanConfiguration.Of(GanKeys.Model.Parse(lease.Spec.Configuration.Json));
    }

    // The coordinator's processor decides; any other can compute the same, by software if it must. The reference engine cannot choose.
    private static InstructionSet InstructionsOf(Lease lease)
    {
        bool canChoose = ConfigurationOf(lease).Engine == EngineKind.Fused;
        foreach (InstructionSet instructions in canChoose ? Enum.GetValues<InstructionSet>() : [GanEngine.Native])
        {
            if (RunKey.Compute(lease.Spec, EngineVersion.On(instructions)) == lease.RunKey)
            {
                return instructions;
            }
        }

        throw new InvalidOperationException(canChoose
            ? $"Run {lease.Run} of {lease.SweepId} was leased by a coordinator with another engine than this trainer's {EngineVersion.Current}. Run the same GanSweep version on every silo."
            : $"Run {lease.Run} of {lease.SweepId} asks for the engine \"torch\", and the coordinator has another version or processor than this trainer's {EngineVersion.Here}: the results would differ. Run the same GanSweep version on every silo, and this engine on processors of one kind; \"fused\" runs on any.");
    }
}

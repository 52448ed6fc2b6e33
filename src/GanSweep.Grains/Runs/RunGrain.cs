using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Grains.Datasets;
using GanSweep.Grains.Trainers;
using GanSweep.Tables;
using Orleans.Concurrency;

namespace GanSweep.Grains.Runs;

/// <summary>Brings one attempt of a run to its silo's trainer: takes a slot, fetches the table and the checkpoint, and starts the training.</summary>
/// <remarks>A stateless worker, since those are always on the calling silo and never in the directory: what happens to other silos is nothing to it.</remarks>
[StatelessWorker(maxLocalWorkers: 1)]
internal sealed class RunGrain(TableCache tables, TrainerHost trainer) : Grain, IRunGrain
{
    /// <inheritdoc/>
    public async Task StartAsync(Lease lease)
    {
        ArgumentNullException.ThrowIfNull(lease);
        DeactivateOnIdle();
        if (!trainer.Accept(lease))
        {
            return;
        }

        try
        {
            Table table = await tables.GetAsync(lease.Spec.DatasetHash);
            RunCheckpoint? checkpoint = await GrainFactory.GetGrain<ISweepGrain>(lease.SweepId).ReadCheckpointAsync(lease.Run, lease.Attempt);
            trainer.Start(lease, table, checkpoint);
        }
        catch
        {
            trainer.Abandon(lease);
            throw;
        }
    }
}

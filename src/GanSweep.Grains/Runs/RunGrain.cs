using GanSweep.Contracts.Runs;
using GanSweep.Grains.Datasets;
using GanSweep.Grains.Trainers;
using Orleans.Placement;

namespace GanSweep.Grains.Runs;

/// <summary>Brings one attempt of a run to its silo's trainer: fetches the table, and starts the training on a slot.</summary>
[PreferLocalPlacement]
public sealed class RunGrain(TableCache tables, TrainerHost trainer) : Grain, IRunGrain
{
    /// <inheritdoc/>
    public async Task StartAsync(Lease lease)
    {
        trainer.Start(lease, await tables.GetAsync(lease.Spec.DatasetHash));
    }
}

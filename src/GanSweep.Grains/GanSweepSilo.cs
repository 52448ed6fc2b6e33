using GanSweep.Contracts.Silos;
using GanSweep.Grains.Access;
using GanSweep.Grains.Calls;
using GanSweep.Grains.Datasets;
using GanSweep.Grains.Dispatching;
using GanSweep.Grains.Metrics;
using GanSweep.Grains.Placement;
using GanSweep.Grains.Runs;
using GanSweep.Grains.Silos;
using GanSweep.Grains.Sweeps;
using GanSweep.Grains.Threads;
using GanSweep.Grains.Trainers;
using GanSweep.Settings.Models;
using GanSweep.Sweeps.Access;
using GanSweep.Sweeps.Coordination;
using GanSweep.Sweeps.Engines;
using GanSweep.Sweeps.Stores;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Configuration;
using Orleans.Runtime;

namespace GanSweep.Grains;

/// <summary>What makes a silo one of GanSweep's.</summary>
public static class GanSweepSilo
{
    /// <summary>
    /// Adds the grains of the silo's roles, their placement, and the trainer. A coordinator needs an <see cref="ISweepStore"/> besides, a
    /// trainer an <see cref="IRunTrainer"/>.
    /// </summary>
    /// <param name="silo">The silo.</param>
    /// <param name="roles">What it does.</param>
    /// <param name="version">The version of its program, for those who look at the cluster; null if it has none.</param>
    public static ISiloBuilder AddGanSweep(this ISiloBuilder silo, SiloRoles roles, string? version = null)
    {
        ArgumentNullException.ThrowIfNull(silo);
        silo.AddPlacementDirector<CoordinatorPlacement, CoordinatorPlacementDirector>();
        silo.AddIncomingGrainCallFilter<AccessFilter>();
        silo.Services.TryAddSingleton<ICallingClients, EveryClient>();
        silo.Services.AddSingleton(provider => new SiloVersions(
            version, provider.GetRequiredService<EngineFacts>().OfSweep(provider.GetRequiredService<ModelCatalog>().Models)));

        // A silo tells the others which grains it can host; no other silo is asked for them.
        silo.Services.PostConfigure<GrainTypeOptions>(types =>
        {
            if (!roles.HasFlag(SiloRoles.Coordinator))
            {
                types.Classes.Remove(typeof(SweepGrain));
                types.Classes.Remove(typeof(DispatcherGrain));
                types.Classes.Remove(typeof(DatasetGrain));
                types.Classes.Remove(typeof(AccessGrain));
            }

            if (!roles.HasFlag(SiloRoles.Trainer))
            {
                types.Classes.Remove(typeof(RunGrain));
            }
        });

        if (roles.HasFlag(SiloRoles.Coordinator))
        {
            silo.Services.AddSingleton(provider => new AccessBook(provider.GetRequiredService<ISweepStore>().Access, provider.GetRequiredService<TimeProvider>()));
            silo.Services.AddSingleton<SweepMetrics>();
            silo.Services.AddSingleton<ErrorLog>();
            silo.Services.AddSingleton<StoreWatch>();
            silo.Services.AddSingleton<WorkThreads>();
            silo.Services.AddSingleton<KeyedTurns>();
            silo.Services.AddOptions<CoordinatorOptions>();
            silo.Services.AddOptions<DatasetOptions>();
            silo.Services.AddSingleton<UploadMeter>();
        }

        if (roles.HasFlag(SiloRoles.Trainer))
        {
            silo.Services.AddOptions<TrainerOptions>();
            silo.Services.AddSingleton<TableCache>();
            silo.Services.AddSingleton<TrainerMetrics>();
            silo.Services.AddSingleton<ITrainerCluster, TrainerCluster>();
            silo.Services.AddSingleton<TrainerHost>();
            silo.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(provider => provider.GetRequiredService<TrainerHost>());
        }

        return silo;
    }
}

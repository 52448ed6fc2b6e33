using GanSweep.Contracts.Sweeps;
using GanSweep.Grains.Datasets;
using GanSweep.Grains.Sweeps;
using GanSweep.Grains.Trainers;
using GanSweep.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GanSweep.Silo.Hosting;

/// <summary>A silo as a .NET host: in a process of its own, or inside another program.</summary>
public static class GanSweepHost
{
    /// <summary>The name of the cluster and of the service that silos and clients agree on.</summary>
    public const string ClusterName = "gansweep";

    /// <summary>Opens the store if the silo coordinates, and starts the silo. Stopping the host checkpoints its runs and gives them back.</summary>
    /// <param name="options">How the silo is set up; ports that were 0 are set to those picked.</param>
    /// <param name="logging">Where its logs go.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="SiloOptionsException">An option is out of range.</exception>
    /// <exception cref="StoreInUseException">Another process holds the data folder.</exception>
    /// <exception cref="StoreDamagedException">The store's file is not sound.</exception>
    public static async Task<IHost> StartAsync(SiloOptions options, Action<ILoggingBuilder> logging, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(logging);
        if (options.Validate() is { Count: > 0 } errors)
        {
            throw new SiloOptionsException(errors);
        }

        options.PickPorts();
        LiteDbSweepStore? store = options.Roles.HasFlag(SiloRoles.Coordinator)
            ? await LiteDbSweepStore.OpenAsync(
                new StoreOptions { Folder = options.Data, Endpoint = $"localhost:{options.GatewayPort}" }, cancellationToken)
            : null;
        try
        {
            IHost host = Build(options, store, logging);
            await host.StartAsync(cancellationToken);
            return host;
        }
        catch
        {
            if (store is not null)
            {
                await store.DisposeAsync();
            }

            throw;
        }
    }

    private static IHost Build(SiloOptions options, ISweepStore? store, Action<ILoggingBuilder> logging)
    {
        // An empty builder: no configuration files, no watchers, no logging but what is asked for.
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        logging(builder.Logging);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.UseOrleans(silo =>
            silo.UseLocalhostClustering(options.SiloPort, options.GatewayPort, serviceId: ClusterName, clusterId: ClusterName));

        if (store is not null)
        {
            // By a factory, so that the host disposes of it, after everything that uses it.
            builder.Services.AddSingleton<ISweepStore>(_ => store);
            builder.Services.Configure<CoordinatorOptions>(coordinator =>
            {
                // One silo, so its own trainer is the only one there was.
                coordinator.RestartGrace = TimeSpan.Zero;
            });
            builder.Services.AddOptions<DatasetOptions>();
        }

        if (options.Roles.HasFlag(SiloRoles.Trainer))
        {
            builder.Services.Configure<TrainerOptions>(trainer =>
            {
                trainer.Slots = options.Slots;
                trainer.OnlySweep = options.OnlySweep;
            });
            builder.Services.AddSingleton<IRunTrainer, GanRunTrainer>();
            builder.Services.AddTrainerHost();
        }

        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(30));
        return builder.Build();
    }
}

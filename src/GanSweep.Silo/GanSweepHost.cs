using System.Net.Sockets;
using GanSweep.Contracts.Silos;
using GanSweep.Grains;
using GanSweep.Grains.Silos;
using GanSweep.Grains.Trainers;
using GanSweep.Silo.Certificates;
using GanSweep.Silo.Clustering;
using GanSweep.Silo.Connections;
using GanSweep.Silo.Dashboard;
using GanSweep.Silo.Health;
using GanSweep.Silo.Metrics;
using GanSweep.Silo.Redis;
using GanSweep.Silo.Settings;
using GanSweep.Silo.Web;
using GanSweep.Sweeps.Access;
using GanSweep.Sweeps.Coordination;
using GanSweep.Sweeps.Stores;
using GanSweep.Web.Facts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using SiloOptions = GanSweep.Silo.Settings.SiloOptions;

namespace GanSweep.Silo;

/// <summary>A silo as a .NET host: in a process of its own, or inside another program.</summary>
public static class GanSweepHost
{
    // Each fits into the next, and the last into what the service manager allows (45 s in docker-compose.yml).
    private static readonly TimeSpan DeactivationTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(30);

    private const int MostAttempts = 5;

    /// <summary>Opens the store if the silo coordinates, and starts the silo. Stopping the host checkpoints its runs and gives them back.</summary>
    /// <param name="options">How the silo is set up; ports that were 0 are set to those picked.</param>
    /// <param name="logging">Where its logs go.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="SiloOptionsException">An option is out of range.</exception>
    /// <exception cref="CertificateException">The silo's certificates cannot be used.</exception>
    /// <exception cref="RedisUnreachableException">The cluster's Redis does not answer.</exception>
    /// <exception cref="SecondCoordinatorException">The cluster has a coordinator already.</exception>
    /// <exception cref="PortInUseException">Something else listens on a port.</exception>
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

        if (options.Redis is not null)
        {
            await RedisAddress.RequireAnswerAsync(options.Redis);
        }

        IReadOnlyList<string> picked = options.PickPorts();
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await StartOnceAsync(options, logging, cancellationToken);
            }
            catch (Exception failure) when (attempt < MostAttempts && IsTaken(picked, failure))
            {
                // A port that was free when it was picked has been taken since, as a rule by a connection that somebody opened.
                options.PickPorts(picked);
            }
        }
    }

    private static async Task<IHost> StartOnceAsync(SiloOptions options, Action<ILoggingBuilder> logging, CancellationToken cancellationToken)
    {
        ISweepStore? store = null;
        IHost host = Build(options, () => store!, logging);
        try
        {
            if (options.Certificates is not null)
            {
                // They are read here and now, so that what is wrong with them is said in one sentence.
                host.Services.GetRequiredService<CertificateSource>();
            }

            if (options.Roles.HasFlag(SiloRoles.Coordinator))
            {
                store = await Stores.Kinds.OpenAsync(
                    new StoreOptions
                    {
                        Folder = options.Data,
                        Endpoint = $"localhost:{options.GatewayPort}",
                        Metrics = host.Services.GetRequiredService<StoreMetrics>(),
                    },
                    cancellationToken);

                // Before anything listens: nobody is to be let in for want of what the store says.
                AccessBook access = host.Services.GetRequiredService<AccessBook>();
                await access.LoadAsync();
                DoorGuard.Demand(options, access, host.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(DoorGuard)));
            }

            options.RequireFreePorts();
            await host.StartAsync(cancellationToken);
            return host;
        }
        catch
        {
            host.Dispose();
            if (store is not null)
            {
                await store.DisposeAsync();
            }

            throw;
        }
    }

    private static bool IsTaken(IReadOnlyList<string> picked, Exception failure)
    {
        return failure is PortInUseException taken
            ? picked.Contains(taken.Option)
            : picked.Count > 0 && failure.GetBaseException() is SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse };
    }

    private static IHost Build(SiloOptions options, Func<ISweepStore> store, Action<ILoggingBuilder> logging)
    {
        // Without defaults: no configuration files, no watchers, no logging but what is asked for.
        return new HostBuilder()
            .ConfigureLogging(logging)
            .ConfigureServices(services => services
                .AddSingleton(TimeProvider.System)
                .AddSingleton(Models.Catalog)
                .AddSingleton(Models.Engines)
                .AddSingleton<IFatalErrorHandler, FatalEnd>()
                .Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout))
            .UseOtlpExport(SiloName.Of(options.Roles))
            .UseSiloWebServer(options, new WebFacts(Models.Families, Models.Engines, ProductVersion.Current))
            .UseOrleans(silo => silo
                .UseGanSweepClustering(options)
                .UseGanSweepConnections(options)
                .AddGanSweep(options.Roles, ProductVersion.Current)
                .UseDashboard(options.Dashboard)
                .Configure<SiloMessagingOptions>(messages => messages.MaxMessageBodySize = ClusterConventions.MaxMessageBytes)
                .Configure<GrainCollectionOptions>(grains => grains.DeactivationTimeout = DeactivationTimeout))
            .ConfigureServices(services => AddServices(services, options, store))
            .Build();
    }

    private static void AddServices(IServiceCollection services, SiloOptions options, Func<ISweepStore> store)
    {
        if (options.Redis is not null)
        {
            services.AddHostedService<MembershipNews>();
        }

        if (options.Roles.HasFlag(SiloRoles.Coordinator))
        {
            // From a factory, so that the host disposes of it, after everything that uses it.
            services.AddSingleton(_ => store());
            services.AddSingleton<StoreMetrics>();
            if (options.Redis is null)
            {
                // One silo: no trainer of an earlier life can still be at work.
                services.Configure<CoordinatorOptions>(coordinator => coordinator.RestartGrace = TimeSpan.Zero);
            }
        }

        if (options.Roles.HasFlag(SiloRoles.Trainer))
        {
            services.Configure<TrainerOptions>(trainer =>
            {
                trainer.Slots = options.Slots;
                trainer.OnlySweep = options.OnlySweep;
                trainer.CheckpointInterval = TimeSpan.FromSeconds(options.CheckpointSeconds);
            });
            services.AddSingleton(Models.Families);
            services.AddSingleton<IRunTrainer, RunTrainer>();
        }

        if (options.HealthPort is not null)
        {
            services.AddSiloHealth(options.Roles);
        }
    }
}

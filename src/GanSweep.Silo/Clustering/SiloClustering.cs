using System.Net;
using GanSweep.Contracts.Silos;
using GanSweep.Grains.Silos;
using GanSweep.Silo.Redis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using SiloOptions = GanSweep.Silo.Settings.SiloOptions;

namespace GanSweep.Silo.Clustering;

/// <summary>How a silo finds the others, and how soon the others notice that it is gone.</summary>
internal static class SiloClustering
{
    /// <summary>Sets a silo up to be alone, or to be one of those that share a Redis.</summary>
    public static ISiloBuilder UseGanSweepClustering(this ISiloBuilder silo, SiloOptions options)
    {
        silo.Configure<Orleans.Configuration.SiloOptions>(orleans => orleans.SiloName = SiloName.Of(options.Roles));
        if (options.Redis is null)
        {
            return silo.UseLocalhostClustering(
                options.SiloPort, options.GatewayPort, serviceId: ClusterConventions.Name, clusterId: ClusterConventions.Name);
        }

        silo.UseRedisClustering(redis => redis.ConfigurationOptions = RedisAddress.Options(options.Redis));
        silo.Configure<ClusterOptions>(cluster => cluster.ClusterId = cluster.ServiceId = ClusterConventions.Name);
        silo.Configure<EndpointOptions>(endpoints => Listen(endpoints, options));
        silo.Configure<ClusterMembershipOptions>(Watch);
        if (options.Roles.HasFlag(SiloRoles.Coordinator))
        {
            silo.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>, CoordinatorGuard>();
        }

        return silo;
    }

    private static void Listen(EndpointOptions endpoints, SiloOptions options)
    {
        IPAddress address = options.ResolveAddress();
        endpoints.AdvertisedIPAddress = address;
        endpoints.SiloPort = options.SiloPort;

        // Clients need no gateway of a silo that only trains.
        endpoints.GatewayPort = options.Roles.HasFlag(SiloRoles.Coordinator) ? options.GatewayPort : 0;
        IPAddress listening = IPAddress.IsLoopback(address) ? address : IPAddress.Any;
        endpoints.SiloListeningEndpoint = new IPEndPoint(listening, endpoints.SiloPort);
        endpoints.GatewayListeningEndpoint = endpoints.GatewayPort == 0 ? null : new IPEndPoint(listening, endpoints.GatewayPort);
    }

    // A killed silo's connections close, so its probes fail at once: two of them, a second apart. A hung one is given up when nothing has
    // come from it for MaxProbeTimeout x NumMissedProbesLimit, 8 s; a silo that says anything in that time is alive, however slow its probes.
    private static void Watch(ClusterMembershipOptions membership)
    {
        membership.ProbeTimeout = TimeSpan.FromSeconds(1);
        membership.MaxProbeTimeout = TimeSpan.FromSeconds(4);
        membership.NumMissedProbesLimit = 2;
        membership.TableRefreshTimeout = TimeSpan.FromSeconds(5);

        // When all are killed at once, none is left to say so: the first to start again waits until the entries of the dead are this old.
        membership.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(3);
        membership.NumMissedTableIAmAliveLimit = 3;
    }
}

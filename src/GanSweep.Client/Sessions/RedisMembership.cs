using GanSweep.Silo.Clustering;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Clustering.Redis;
using Orleans.Configuration;
using Orleans.Runtime;
using StackExchange.Redis;

namespace GanSweep.Client.Sessions;

/// <summary>The silos of a cluster as its Redis lists them. An Orleans client learns of gateways alone, so not of silos that only train.</summary>
internal sealed class RedisMembership : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly IMembershipTable _table;

    private RedisMembership(ServiceProvider services)
    {
        _services = services;
        _table = services.GetRequiredService<IMembershipTable>();
    }

    /// <summary>Connects to the Redis.</summary>
    /// <exception cref="RedisConnectionException">It does not answer, or does not let this program in.</exception>
    public static async Task<RedisMembership> OpenAsync(ConfigurationOptions redis, CancellationToken cancellationToken)
    {
        Registrations registrations = new();
        registrations.UseRedisClustering(options => options.ConfigurationOptions = redis);
        registrations.Configure<ClusterOptions>(cluster => cluster.ClusterId = cluster.ServiceId = ClusterConventions.Name);
        RedisMembership membership = new(registrations.Services.BuildServiceProvider());
        try
        {
            await membership._table.InitializeMembershipTableAsync(tryInitTableVersion: false, cancellationToken);
            return membership;
        }
        catch
        {
            await membership.DisposeAsync();
            throw;
        }
    }

    /// <summary>The silos that have not been found dead.</summary>
    public async Task<IReadOnlyList<MembershipEntry>> ListAsync(CancellationToken cancellationToken)
    {
        try
        {
            MembershipTableData table = await _table.ReadAllAsync(cancellationToken);
            return [.. table.Members.Select(row => row.Item1).Where(silo => silo.Status != SiloStatus.Dead)];
        }
        catch (RedisClusteringException)
        {
            // No silo has ever been there, so there is no table.
            return [];
        }
    }

    public ValueTask DisposeAsync()
    {
        return _services.DisposeAsync();
    }

    // What UseRedisClustering adds to a silo works without one.
    private sealed class Registrations : ISiloBuilder
    {
        public IServiceCollection Services { get; } = new ServiceCollection();

        public IConfiguration Configuration { get; } = new ConfigurationBuilder().Build();
    }
}

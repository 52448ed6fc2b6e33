using System.Net;
using GanSweep.Contracts.Silos;
using GanSweep.Grains.Silos;
using GanSweep.Silo.Redis;
using Microsoft.Extensions.Hosting;
using Orleans.Runtime;
using StackExchange.Redis;

namespace GanSweep.Client.Sessions;

/// <summary>The Redis in which the silos of a cluster find each other.</summary>
/// <param name="Text">HOST:PORT, with <c>,password=…</c> or <c>,passwordFile=…</c> behind it if there is one.</param>
internal sealed record RedisClusterAddress(string Text) : OrleansAddress
{
    private const int MostNames = 5;

    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(0.5);

    public override string Advice => "Is this the Redis of a running cluster? Start a coordinator with gansweep-silo --roles coordinator "
        + $"--redis {Endpoints}, or name a data folder of this machine with --data DIR.";

    private string Endpoints => RedisAddress.EndPoints(Text);

    /// <summary>Reads an address: localhost:6379. Null if it is none.</summary>
    public static RedisClusterAddress? Parse(string text)
    {
        return RedisAddress.IsValid(text) ? new RedisClusterAddress(text) : null;
    }

    /// <summary>Host and port alone: no password.</summary>
    public override string ToString()
    {
        return $"Redis {Endpoints}";
    }

    /// <inheritdoc/>
    public override async Task<ClusterWay> FindAsync(Action<string> waiting, CancellationToken cancellationToken)
    {
        ConfigurationOptions once = RedisAddress.Options(Text);
        once.AbortOnConnectFail = true;
        once.ConnectRetry = 1;
        try
        {
            await using RedisMembership membership = await RedisMembership.OpenAsync(once, cancellationToken);
            while (true)
            {
                IReadOnlyList<MembershipEntry> silos = await membership.ListAsync(cancellationToken);
                if (silos.FirstOrDefault(silo => silo.Status == SiloStatus.Active && Coordinates(silo)) is { } coordinator)
                {
                    return new ClusterWay(
                        client => client.UseRedisClustering(redis => redis.ConfigurationOptions = RedisAddress.Options(Text)),
                        new IPEndPoint(coordinator.SiloAddress.Endpoint.Address, coordinator.ProxyPort));
                }

                waiting(Missing(silos));
                await Task.Delay(PollInterval, cancellationToken);
            }
        }
        catch (Exception failure) when (failure is RedisException or RedisTimeoutException)
        {
            string reason = failure.InnerException is RedisServerException refusal
                ? $"Redis itself refuses ({refusal.Message})" : "Redis itself does not answer";
            throw new ClusterUnreachableException(this, reason, failure);
        }
    }

    private static bool Coordinates(MembershipEntry silo)
    {
        return SiloName.Parse(silo.SiloName).Roles.HasFlag(SiloRoles.Coordinator);
    }

    private static string Missing(IReadOnlyList<MembershipEntry> silos)
    {
        if (silos.Any(Coordinates))
        {
            return "its coordinator is only just starting, or stopping";
        }

        string[] names = [.. silos.Select(silo => SiloName.Parse(silo.SiloName).Process).Take(MostNames + 1)];
        return names.Length == 0
            ? "no silo is there"
            : $"no coordinator is there, only trainers: {string.Join(", ", names.Take(MostNames))}{(names.Length > MostNames ? ", …" : "")}";
    }
}

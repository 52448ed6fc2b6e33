using GanSweep.Contracts.Silos;
using GanSweep.Grains.Silos;
using GanSweep.Silo.Hosting;
using GanSweep.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Serilog;
using Serilog.Events;
using StackExchange.Redis;

const string Help = """
    gansweep-silo: a silo of a GanSweep cluster.

      --data DIR           the store's folder (default gansweep-data)
      --roles ROLES        coordinator, trainer or both (default both)
      --redis HOST:PORT    where the silos of a cluster find each other; without it the silo is alone
      --address ADDRESS    how the others reach it: an IP address, a host's name, or auto for this machine's own
                           (default 127.0.0.1: silos on this machine)
      --slots N            runs trained at the same time (default the cores this process may use)
      --checkpointSeconds S  the most work that a crash can lose (default 5)
      --gatewayPort PORT   where clients reach it: gansweep ... --cluster localhost:PORT (default 30000; 0 picks a free one)
      --siloPort PORT      where other silos reach it (default 11111; 0 picks a free one)

    Each can also be set as an environment variable (GANSWEEP_DATA, GANSWEEP_SLOTS, ...) or in appsettings.json.
    Ctrl-C or SIGTERM: every run is checkpointed and given back before the silo leaves.
    """;

if (args.Any(argument => argument is "--help" or "-h" or "-?"))
{
    Console.WriteLine(Help);
    return 0;
}

await using Serilog.Core.Logger logger = SiloLog.Create(LogEventLevel.Information, toStandardError: false);
SiloOptions options;
try
{
    options = SiloConfiguration.Read(args, variable => logger.Warning("{Variable} is set, but no option of a silo has this name", variable));
}
catch (Exception invalid) when (invalid is InvalidOperationException or FormatException or InvalidDataException)
{
    logger.Fatal("{Reason} 'gansweep-silo --help' lists the options.", invalid.Message);
    return 2;
}

try
{
    using IHost host = await GanSweepHost.StartAsync(options, logging => logging.AddSerilog(logger), CancellationToken.None);
    if (options.Roles.HasFlag(SiloRoles.Coordinator))
    {
        logger.Information(
            "Ready: roles {Roles}, data in {Data}, clients at --cluster localhost:{GatewayPort}; Ctrl-C stops it",
            options.Roles,
            Path.GetFullPath(options.Data),
            options.GatewayPort);
    }
    else
    {
        logger.Information("Ready: roles {Roles}, {Slots} slots, cluster at {Redis}; Ctrl-C stops it", options.Roles, options.Slots, options.Redis);
    }

    await host.WaitForShutdownAsync();
    return 0;
}
catch (SiloOptionsException invalid)
{
    logger.Fatal("{Reason} 'gansweep-silo --help' lists the options.", invalid.Message);
    return 2;
}
catch (Exception failure) when (failure is SecondCoordinatorException or RedisUnreachableException or RedisException or StoreInUseException or StoreDamagedException or StoreFolderException or StoreWriteException)
{
    logger.Fatal("{Reason}", failure.Message);
    return 1;
}

using GanSweep.Contracts.Silos;
using GanSweep.Grains.Silos;
using GanSweep.Silo;
using GanSweep.Silo.Logs;
using GanSweep.Silo.Redis;
using GanSweep.Silo.Settings;
using GanSweep.Sweeps.Stores;
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
      --healthPort PORT    serves /health/live and /health/ready (default none; 0 picks a free one); for this machine alone if the address
                           is, else for all
      --dashboardPort PORT serves Orleans' dashboard to this machine alone (default none; 0 picks a free one)
      --log FORMAT         text, or json: an object a line (default text)
      --version            says which version this is

    Each can also be set as an environment variable (GANSWEEP_DATA, GANSWEEP_SLOTS, ...) or in appsettings.json.
    Metrics are sent to the collector that OTEL_EXPORTER_OTLP_ENDPOINT names, if it is set (docs/operations.md).
    Ctrl-C or SIGTERM: every run is checkpointed and given back before the silo leaves.
    """;

if (args.Any(argument => argument is "--help" or "-h" or "-?"))
{
    Console.WriteLine(Help);
    return 0;
}

if (args.Contains("--version"))
{
    Console.WriteLine(ProductVersion.Current);
    return 0;
}

SiloOptions options = new();
List<string> unknownVariables = [];
string? unreadable = null;
try
{
    options = SiloConfiguration.Read(args, unknownVariables.Add);
}
catch (Exception invalid) when (invalid is InvalidOperationException or FormatException or InvalidDataException)
{
    unreadable = invalid.Message;
}

await using Serilog.Core.Logger logger = SiloLog.Create(LogEventLevel.Information, toStandardError: false, options.Log);
unknownVariables.ForEach(variable => logger.Warning("{Variable} is set, but no option of a silo has this name", variable));
if (unreadable is not null)
{
    logger.Fatal("{Reason} 'gansweep-silo --help' lists the options.", unreadable);
    return 2;
}

try
{
    using IHost host = await GanSweepHost.StartAsync(options, logging => logging.AddSerilog(logger), CancellationToken.None);
    if (options.Roles.HasFlag(SiloRoles.Coordinator))
    {
        logger.Information(
            "Ready: roles {Roles}, data in {Data}, clients at --cluster localhost:{GatewayPort}{WebPorts:l}; Ctrl-C stops it",
            options.Roles,
            Path.GetFullPath(options.Data),
            options.GatewayPort,
            options.WebPorts());
    }
    else
    {
        logger.Information(
            "Ready: roles {Roles}, {Slots} slots, cluster at {Redis}{WebPorts:l}; Ctrl-C stops it",
            options.Roles,
            options.Slots,
            RedisAddress.WithoutPassword(options.Redis!),
            options.WebPorts());
    }

    await host.WaitForShutdownAsync();
    return 0;
}
catch (SiloOptionsException invalid)
{
    logger.Fatal("{Reason} 'gansweep-silo --help' lists the options.", invalid.Message);
    return 2;
}
catch (Exception failure) when (failure is SecondCoordinatorException or PortInUseException or RedisUnreachableException or RedisException or StoreInUseException or StoreDamagedException or StoreFolderException or StoreWriteException)
{
    logger.Fatal("{Reason}", failure.Message);
    return 1;
}

using GanSweep.Contracts.Silos;
using GanSweep.Grains.Silos;
using GanSweep.Silo.Certificates;
using GanSweep.Silo.Logs;
using GanSweep.Silo.Redis;
using GanSweep.Silo.Settings;
using GanSweep.Sweeps.Stores;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Serilog;
using Serilog.Events;
using StackExchange.Redis;

namespace GanSweep.Silo;

/// <summary>A silo as a process. It ends with 0 when it is asked to stop, with 1 if it failed, with 2 if its options are wrong.</summary>
internal static class Program
{
    private const int Done = 0;
    private const int Failed = 1;
    private const int WrongOptions = 2;

    private static async Task<int> Main(string[] arguments)
    {
        if (arguments.Any(argument => argument is "--help" or "-h" or "-?"))
        {
            Console.WriteLine(SiloHelp.Text);
            return Done;
        }

        if (arguments.Contains("--version"))
        {
            Console.WriteLine(ProductVersion.Current);
            return Done;
        }

        SiloOptions options = new();
        List<string> unknownVariables = [];
        string? unreadable = null;
        try
        {
            options = SiloConfiguration.Read(arguments, unknownVariables.Add);
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
            return WrongOptions;
        }

        return await RunAsync(options, logger);
    }

    private static async Task<int> RunAsync(SiloOptions options, Serilog.ILogger logger)
    {
        try
        {
            using IHost host = await GanSweepHost.StartAsync(options, logging => logging.AddSerilog(logger), CancellationToken.None);
            SayReady(options, logger);
            await host.WaitForShutdownAsync();
            return Done;
        }
        catch (SiloOptionsException invalid)
        {
            logger.Fatal("{Reason} 'gansweep-silo --help' lists the options.", invalid.Message);
            return WrongOptions;
        }
        catch (Exception unusable) when (unusable is CertificateException or RedisPasswordException)
        {
            logger.Fatal("{Reason}", unusable.Message);
            return WrongOptions;
        }
        catch (Exception failure) when (failure is SecondCoordinatorException or PortInUseException or RedisUnreachableException or RedisException or StoreException)
        {
            logger.Fatal("{Reason}", failure.Message);
            return Failed;
        }
    }

    private static void SayReady(SiloOptions options, Serilog.ILogger logger)
    {
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
    }
}

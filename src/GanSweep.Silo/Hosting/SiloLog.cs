using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace GanSweep.Silo.Hosting;

/// <summary>The console log of a silo, in a process of its own or inside another program.</summary>
public static class SiloLog
{
    private const string Line = "{Timestamp:HH:mm:ss.fff} {Level:u3} {Message:lj}{NewLine}{Exception}";

    /// <summary>A logger; dispose of it last.</summary>
    /// <param name="level">From which level on GanSweep's own lines are written; those of the libraries from warnings on.</param>
    /// <param name="toStandardError">Whether standard output is left to the program.</param>
    public static Logger Create(LogEventLevel level, bool toStandardError)
    {
        LogEventLevel libraries = level > LogEventLevel.Warning ? level : LogEventLevel.Warning;
        return new LoggerConfiguration()
            .MinimumLevel.Is(level)
            .MinimumLevel.Override("Orleans", libraries)
            .MinimumLevel.Override("Microsoft", libraries)
            .MinimumLevel.Override("Polly", libraries)
            // Orleans recommends the server's garbage collector; beside training threads the workstation's is the better guest.
            .Filter.ByExcluding(line => line.MessageTemplate.Text.Contains("ServerGC", StringComparison.Ordinal))
            .WriteTo.Console(
                outputTemplate: Line,
                standardErrorFromLevel: toStandardError ? LevelAlias.Minimum : null)
            .CreateLogger();
    }
}

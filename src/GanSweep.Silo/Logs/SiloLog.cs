using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Compact;

namespace GanSweep.Silo.Logs;

/// <summary>The console log of a silo, in a process of its own or inside another program.</summary>
internal static class SiloLog
{
    /// <summary>A logger; dispose of it last.</summary>
    /// <param name="level">From which level on GanSweep's own lines are written; those of the libraries from warnings on.</param>
    /// <param name="toStandardError">Whether standard output is left to the program.</param>
    /// <param name="format">How lines are written.</param>
    public static Logger Create(LogEventLevel level, bool toStandardError, LogFormat format = LogFormat.Text)
    {
        ITextFormatter formatter = format == LogFormat.Json ? new RenderedCompactJsonFormatter() : new SiloTextFormatter();
        LogEventLevel libraries = level > LogEventLevel.Warning ? level : LogEventLevel.Warning;
        return new LoggerConfiguration()
            .MinimumLevel.Is(level)
            .MinimumLevel.Override("Orleans", libraries)
            .MinimumLevel.Override("Microsoft", libraries)
            .MinimumLevel.Override("Polly", libraries)
            // Whoever asks for the health gets the answer; the log need not repeat it at every request.
            .MinimumLevel.Override("Microsoft.Extensions.Diagnostics.HealthChecks", LogEventLevel.Fatal)
            // Who is not let in, and why, is said by the door itself.
            .MinimumLevel.Override("Orleans.Connections.Security", LogEventLevel.Fatal)
            .Filter.ByExcluding(new LibraryLines(TimeProvider.System).IsNoise)
            .WriteTo.Console(formatter, standardErrorFromLevel: toStandardError ? LevelAlias.Minimum : null)
            .CreateLogger();
    }
}

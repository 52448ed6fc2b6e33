using GanSweep.Client.Output;
using Microsoft.Extensions.Logging;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Extensions.Logging;
using Serilog.Formatting.Display;
using Spectre.Console;

namespace GanSweep.Client.Sessions;

/// <summary>
/// Logs on standard error, through the console that a live display is drawn on: a sink that writes to the stream itself would garble it.
/// </summary>
/// <param name="error">Standard error.</param>
/// <param name="verbose">Whether debug and information messages are shown too.</param>
internal sealed class ConsoleLog(ErrorConsole error, bool verbose) : ILogEventSink
{
    private static readonly MessageTemplateTextFormatter WithStackTraces = new("{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}");
    private static readonly MessageTemplateTextFormatter Line = new("{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}");

    /// <summary>Replaces a host's other logs.</summary>
    public void Configure(ILoggingBuilder logging)
    {
        LoggerConfiguration configuration = new LoggerConfiguration()
            .MinimumLevel.Is(verbose ? LogEventLevel.Debug : LogEventLevel.Warning)
            // What the libraries find wrong is reported by whoever asked them, in the program's own words.
            .MinimumLevel.Override("Orleans", verbose ? LogEventLevel.Information : LogEventLevel.Fatal)
            .MinimumLevel.Override("Microsoft", verbose ? LogEventLevel.Information : LogEventLevel.Fatal)
            .MinimumLevel.Override("Polly", verbose ? LogEventLevel.Information : LogEventLevel.Fatal)
            .WriteTo.Sink(this);
        logging.ClearProviders();
        logging.SetMinimumLevel(verbose ? LogLevel.Debug : LogLevel.Warning);
        logging.AddProvider(new SerilogLoggerProvider(configuration.CreateLogger(), dispose: true));
    }

    public void Emit(LogEvent logEvent)
    {
        using StringWriter text = new();
        (verbose ? WithStackTraces : Line).Format(logEvent, text);
        if (!verbose && logEvent.Exception is { } exception)
        {
            text.Write($": {exception.GetBaseException().Message}");
        }

        error.WriteLine(text.ToString().TrimEnd(), new Style(logEvent.Level >= LogEventLevel.Warning ? Color.Yellow : Color.Grey));
    }
}

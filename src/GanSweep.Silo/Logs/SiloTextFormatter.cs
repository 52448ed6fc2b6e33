using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Display;

namespace GanSweep.Silo.Logs;

/// <summary>
/// Lines for people. A warning of a library is one line, and so is a failure whose cause is elsewhere: where in Orleans it was noticed helps
/// nobody. Every other failure comes with its stack trace.
/// </summary>
internal sealed class SiloTextFormatter : ITextFormatter
{
    private readonly MessageTemplateTextFormatter _line = new("{Timestamp:HH:mm:ss.fff} {Level:u3} {Message:lj}");

    public void Format(LogEvent logEvent, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(logEvent);
        ArgumentNullException.ThrowIfNull(output);
        bool elsewhere = logEvent.Exception is { } exception && Failures.IsElsewhere(exception);
        bool oneLine = elsewhere || (LibraryLines.IsOne(logEvent) && logEvent.Level <= LogEventLevel.Warning);
        if (!oneLine)
        {
            _line.Format(logEvent, output);
            output.WriteLine();
            if (logEvent.Exception is not null)
            {
                output.WriteLine(logEvent.Exception);
            }

            return;
        }

        using StringWriter line = new();
        _line.Format(logEvent, line);
        output.Write(Failures.InShort(line.ToString()));
        if (logEvent.Exception is not null)
        {
            output.Write(": ");
            output.Write(Failures.InShort(logEvent.Exception.GetBaseException().Message));
        }

        output.WriteLine();
    }
}

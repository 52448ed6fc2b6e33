using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Display;

namespace GanSweep.Silo.Logs;

/// <summary>
/// Lines for people. A failure is one line, as is a warning of a library: where in the program it was noticed helps nobody who runs it. The
/// log as JSON has exceptions whole.
/// </summary>
internal sealed class SiloTextFormatter : ITextFormatter
{
    private readonly MessageTemplateTextFormatter _line = new("{Timestamp:HH:mm:ss.fff} {Level:u3} {Message:lj}");

    public void Format(LogEvent logEvent, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(logEvent);
        ArgumentNullException.ThrowIfNull(output);
        using StringWriter line = new();
        _line.Format(logEvent, line);
        if (logEvent.Exception is { } exception)
        {
            output.WriteLine($"{Failures.InShort(line.ToString())}: {Failures.InShort(exception.GetBaseException().Message)}");
        }
        else
        {
            output.WriteLine(LibraryLines.IsOne(logEvent) ? Failures.InShort(line.ToString()) : line.ToString());
        }
    }
}

using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Display;

namespace GanSweep.Silo.Logs;

/// <summary>
/// Lines for people. A failure is one line, as is a warning of a library: where in the program it was noticed helps nobody who runs it. With
/// stack traces every failure whose cause is not elsewhere, in another silo or the network, comes with its own.
/// </summary>
/// <param name="stackTraces">Whether stack traces are written: at the level of debug and below.</param>
internal sealed class SiloTextFormatter(bool stackTraces) : ITextFormatter
{
    private readonly MessageTemplateTextFormatter _line = new("{Timestamp:HH:mm:ss.fff} {Level:u3} {Message:lj}");

    public void Format(LogEvent logEvent, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(logEvent);
        ArgumentNullException.ThrowIfNull(output);
        Exception? exception = logEvent.Exception;
        if (stackTraces && exception is not null && !Failures.IsElsewhere(exception))
        {
            _line.Format(logEvent, output);
            output.WriteLine();
            output.WriteLine(exception);
            return;
        }

        using StringWriter line = new();
        _line.Format(logEvent, line);
        output.Write(exception is not null || LibraryLines.IsOne(logEvent) ? Failures.InShort(line.ToString()) : line.ToString());
        if (exception is not null)
        {
            output.Write(": ");
            output.Write(Failures.InShort(exception.GetBaseException().Message));
        }

        output.WriteLine();
    }
}

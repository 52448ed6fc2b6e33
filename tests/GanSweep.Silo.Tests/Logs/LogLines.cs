using Serilog.Core;
using Serilog.Events;
using Serilog.Parsing;

namespace GanSweep.Silo.Tests.Logs;

/// <summary>Log events as libraries and GanSweep write them.</summary>
internal static class LogLines
{
    public static LogEvent Of(
        string source, LogEventLevel level, string template, Exception? exception = null, params (string Name, object Value)[] properties)
    {
        return new LogEvent(
            new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
            level,
            exception,
            new MessageTemplateParser().Parse(template),
            properties.Append((Constants.SourceContextPropertyName, source))
                .Select(property => new LogEventProperty(property.Item1, new ScalarValue(property.Item2))));
    }

    /// <summary>An exception with a stack trace, as one that was thrown has.</summary>
    public static Exception Thrown(Exception exception)
    {
        try
        {
            throw exception;
        }
        catch (Exception thrown) when (ReferenceEquals(thrown, exception))
        {
            return thrown;
        }
    }
}

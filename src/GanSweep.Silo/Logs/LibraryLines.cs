using Serilog.Core;
using Serilog.Events;

namespace GanSweep.Silo.Logs;

/// <summary>What the libraries write, and what of it is not worth a line. Made before the silo is.</summary>
internal sealed class LibraryLines(TimeProvider time)
{
    private static readonly string[] Sources = ["Orleans", "Microsoft", "Polly"];

    private readonly long _madeAt = time.GetTimestamp();

    /// <summary>Whether a library wrote it.</summary>
    public static bool IsOne(LogEvent line)
    {
        return ValueOf(line, Constants.SourceContextPropertyName) is string source
            && Sources.Any(library => source.StartsWith(library, StringComparison.Ordinal));
    }

    /// <summary>Whether it tells a person nothing: it is true of every start, or the line after it says the same.</summary>
    public bool IsNoise(LogEvent line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return IsServerCollectorAdvice(line)
            || IsWatchdogWithoutClock(line)
            || IsPlacementRetry(line)
            || IsFailureOfACall(line)
            || IsFurtherProbe(line);
    }

    // Beside training threads the workstation's collector is the better guest.
    private static bool IsServerCollectorAdvice(LogEvent line)
    {
        return line.MessageTemplate.Text.Contains("ServerGC", StringComparison.Ordinal);
    }

    // The watchdog may look before its clock is set; then it measures from the machine's start. No stall of this silo is older than this.
    private bool IsWatchdogWithoutClock(LogEvent line)
    {
        return line.MessageTemplate.Text.StartsWith("Participant check thread", StringComparison.Ordinal)
            && ValueOf(line, "TimeSinceLastTick") is TimeSpan stall
            && stall > time.GetElapsedTime(_madeAt);
    }

    // Where a call is to go is tried three times and told twice each. How it ended is told to whoever called.
    private static bool IsPlacementRetry(LogEvent line)
    {
        return ValueOf(line, Constants.SourceContextPropertyName) is "Polly" && ValueOf(line, "PipelineName") is "Orleans.Placement";
    }

    // One for each call to a silo that is gone; the caller gets the same exception, and the silo a line of its own (MembershipNews).
    private static bool IsFailureOfACall(LogEvent line)
    {
        string text = line.MessageTemplate.Text;
        return text.StartsWith("The target silo became unavailable for message", StringComparison.Ordinal)
            || (text.StartsWith("Failed to address message", StringComparison.Ordinal)
                && line.Exception is { } exception && Failures.IsElsewhere(exception));
    }

    // The first missed probe of a silo is news, and that it is dead. What is between the two comes twice a second.
    private static bool IsFurtherProbe(LogEvent line)
    {
        return line.MessageTemplate.Text.StartsWith("Indirect probe request", StringComparison.Ordinal)
            || ValueOf(line, "FailedProbeCount") is > 1;
    }

    private static object? ValueOf(LogEvent line, string property)
    {
        return line.Properties.TryGetValue(property, out LogEventPropertyValue? value) && value is ScalarValue scalar ? scalar.Value : null;
    }
}

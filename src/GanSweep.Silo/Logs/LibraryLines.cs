using Serilog.Core;
using Serilog.Events;

namespace GanSweep.Silo.Logs;

/// <summary>What the libraries write, and which of it is not worth a line. Must be made before the silo is.</summary>
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

    /// <summary>Whether it tells the reader nothing: it comes at every start, or the next line says the same.</summary>
    public bool IsNoise(LogEvent line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return IsServerCollectorAdvice(line)
            || IsWatchdogWithoutClock(line)
            || IsPlacementRetry(line)
            || IsFailureOfACall(line)
            || IsFurtherProbe(line);
    }

    // Beside training threads the workstation garbage collector gets in the way less than the server's.
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

    // Placing a call is tried three times, with two lines each. Whoever called learns how it ended.
    private static bool IsPlacementRetry(LogEvent line)
    {
        return ValueOf(line, Constants.SourceContextPropertyName) is "Polly" && ValueOf(line, "PipelineName") is "Orleans.Placement";
    }

    // One for each call to a silo that is gone. The caller gets the same exception, and MembershipNews has a line about the silo.
    private static bool IsFailureOfACall(LogEvent line)
    {
        string text = line.MessageTemplate.Text;
        return text.StartsWith("The target silo became unavailable for message", StringComparison.Ordinal)
            || (text.StartsWith("Failed to address message", StringComparison.Ordinal)
                && line.Exception is { } exception && Failures.IsElsewhere(exception));
    }

    // A silo's first missed probe is news, and so is its death. The lines between the two come twice a second.
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

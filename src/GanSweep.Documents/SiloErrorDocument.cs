using GanSweep.Contracts.Silos;

namespace GanSweep.Documents;

/// <summary>Something that went wrong in a cluster.</summary>
/// <param name="At">When, in UTC.</param>
/// <param name="Message">What and why.</param>
/// <param name="Silo">The address of the silo where it went wrong; null for the coordinator's own, or if it is not known.</param>
/// <param name="Sweep">The sweep that it is about; null if it is about none.</param>
/// <param name="Run">The run that it is about; null if it is about none.</param>
/// <param name="Attempt">The attempt; null if it is not known.</param>
public sealed record SiloErrorDocument(DateTimeOffset At, string Message, string? Silo, string? Sweep, int? Run, int? Attempt)
{
    /// <summary>The document of an error.</summary>
    public static SiloErrorDocument Of(SiloError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return new SiloErrorDocument(error.At, error.Message, error.Silo, error.SweepId, error.Run, error.Attempt);
    }

    /// <summary>The error that it tells of.</summary>
    public SiloError ToError()
    {
        return new SiloError(At, Message) { Silo = Silo, SweepId = Sweep, Run = Run, Attempt = Attempt };
    }
}

namespace GanSweep.Web.Access;

/// <summary>Says of a request which sweep it is about, where its path does not.</summary>
/// <param name="SweepId">The sweep.</param>
/// <param name="Detail">What else there is to say; null if nothing.</param>
internal sealed record AuditedSweep(string? SweepId, string? Detail)
{
    /// <summary>Whether nothing was done that is to be written.</summary>
    public bool IsNothing { get; init; }
}

using GanSweep.Contracts.Sweeps;

namespace GanSweep.Client.Sessions;

/// <summary>The sweep that a person means, and the way to it.</summary>
/// <param name="Request">How it was looked for.</param>
/// <param name="Session">Where it was found.</param>
/// <param name="Summary">Where it stood then.</param>
internal sealed record FoundSweep(SessionRequest Request, ISweepSession Session, SweepSummary Summary)
{
    /// <summary>Its id.</summary>
    public string Id => Summary.SweepId;

    /// <summary>The sweep itself.</summary>
    public ISweepGrain Grain => Session.GetSweep(Id);
}

using GanSweep.Contracts.Sweeps;
using GanSweep.Services.Sweeps;

namespace GanSweep.Web.Sweeps;

/// <summary>The sweep that a request means.</summary>
/// <param name="Summary">Where it stood when it was found.</param>
/// <param name="Grain">The sweep itself.</param>
/// <param name="View">What it shows.</param>
internal sealed record FoundSweep(SweepSummary Summary, ISweepGrain Grain, ISweepView View)
{
    /// <summary>Its id.</summary>
    public string Id => Summary.SweepId;
}

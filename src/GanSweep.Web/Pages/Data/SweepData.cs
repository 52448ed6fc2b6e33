using GanSweep.Contracts.Sweeps;
using GanSweep.Reporting.Inputs;

namespace GanSweep.Web.Pages.Data;

/// <summary>A sweep as a page shows it.</summary>
/// <param name="Progress">How it stands now.</param>
/// <param name="Input">Its runs and where they come from, at most a little older.</param>
/// <param name="Version">Another for every change of <paramref name="Input"/>.</param>
internal sealed record SweepData(SweepProgress Progress, SweepInput Input, string Version)
{
    /// <summary>Its id.</summary>
    public string Id => Progress.Summary.SweepId;

    /// <summary>Whether it has so many runs that what is made of all of them takes a while.</summary>
    public bool IsLarge => Input.Board.Rows.Length > 5_000;

    /// <summary>Whether its runs can still change.</summary>
    public bool IsLive => Progress.Summary.State is SweepState.Running or SweepState.Paused;
}

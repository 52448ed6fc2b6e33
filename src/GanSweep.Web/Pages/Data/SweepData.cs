using System.Collections.Immutable;
using GanSweep.Contracts.Sweeps;
using GanSweep.Reporting;
using GanSweep.Reporting.Boards;
using GanSweep.Reporting.Inputs;
using GanSweep.Reporting.Sections;

namespace GanSweep.Web.Pages.Data;

/// <summary>A sweep as a page shows it. What is found out by looking at every run is found out once for each version.</summary>
/// <param name="Progress">How it stands now.</param>
/// <param name="Input">Its runs and where they come from, at most a little older.</param>
/// <param name="Version">Another for every change of <paramref name="Input"/>.</param>
internal sealed record SweepData(SweepProgress Progress, SweepInput Input, string Version)
{
    /// <summary>What was trained where, as of <see cref="Progress"/>.</summary>
    public required Timeline Timeline { get; init; }

    /// <summary>Its id.</summary>
    public string Id => Progress.Summary.SweepId;

    /// <summary>The columns that its leaderboard can have.</summary>
    public ImmutableArray<BoardColumn> Columns { get; } =
    [
        BoardColumns.Rank, BoardColumns.Run, .. BoardColumns.ScoresOf(Input.Board), .. BoardColumns.PlacesOf(Input.Board),
        .. BoardColumns.KeysOf(Input.Board), BoardColumns.Epoch, BoardColumns.Time, BoardColumns.State,
    ];

    /// <summary>The sections that say how it goes.</summary>
    public ImmutableArray<ISection<SweepInput>> Course { get; } = [.. PageSections.OfCourse.Where(section => section.Concerns(Input))];

    /// <summary>The sections that say what its runs say together.</summary>
    public ImmutableArray<ISection<SweepInput>> Together { get; } = [.. PageSections.OfRuns.Where(section => section.Concerns(Input))];

    /// <summary>Whether it has so many runs that what is made of all of them takes a while.</summary>
    public bool IsLarge => Input.Board.Rows.Length > 5_000;

    /// <summary>Whether its runs can still change.</summary>
    public bool IsLive => Progress.Summary.State is SweepState.Running or SweepState.Paused;
}

using GanSweep.Contracts.Sweeps;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using GanSweep.Settings.Models;
using GanSweep.Sweeps.Wire;

namespace GanSweep.Reporting.Inputs;

/// <summary>What is known of a sweep.</summary>
public record SweepInput
{
    /// <summary>The leaderboard with all its rows; its yardsticks are what the scores are held against, where they were computed.</summary>
    public required Leaderboard Board { get; init; }

    /// <summary>What the sweep asks for, on which table, and what computed it.</summary>
    public required SweepProvenance Provenance { get; init; }

    /// <summary>The models whose losses can be explained.</summary>
    public required ModelCatalog Models { get; init; }

    /// <summary>What the scores are held against; null until computed.</summary>
    public Yardsticks? Yardsticks => Board.Yardsticks?.ToYardsticks();

    /// <summary>The score that runs are looked at by.</summary>
    public Score By { get; init; } = Score.Total;

    /// <summary>The runs that the reader has chosen to look at; null for all.</summary>
    public Lazy<IReadOnlySet<int>>? Selected { get; init; }

    /// <summary>The run that the page is about, if it is about one.</summary>
    public virtual int? Marked => null;
}

using System.Collections.Immutable;
using GanSweep.Contracts.Sweeps;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using GanSweep.Settings.Models;
using GanSweep.Sweeps.Wire;
using GanSweep.Tables;

namespace GanSweep.Reporting.Inputs;

/// <summary>All that a report is made of. The same input gives the same bytes.</summary>
public sealed record ReportInput
{
    /// <summary>The leaderboard with all its rows; its yardsticks are what the scores are held against, where they were computed.</summary>
    public required Leaderboard Board { get; init; }

    /// <summary>The run that is reported: its losses, its evaluations, its scores.</summary>
    public required RunDetails Run { get; init; }

    /// <summary>What the sweep asks for, on which table, and what computed it.</summary>
    public required SweepProvenance Provenance { get; init; }

    /// <summary>The models whose losses can be explained.</summary>
    public required ModelCatalog Models { get; init; }

    /// <summary>The run's scores; null until it has any.</summary>
    public Scores? Scores => Run.Row.Scores?.ToScores();

    /// <summary>What the scores are held against; null until computed.</summary>
    public Yardsticks? Yardsticks => Board.Yardsticks?.ToYardsticks();

    /// <summary>The whole real table.</summary>
    public required Table Real { get; init; }

    /// <summary>Rows drawn from the run's generator; null if it is not kept, and then the plots that need them say so.</summary>
    public Table? Synthetic { get; init; }

    /// <summary>What of both tables is shown; null where there is no synthetic one.</summary>
    internal ShownTables? Shown { get; init; }

    /// <summary>The scores of the generator on fresh samples, which had no part in choosing it; may be empty.</summary>
    public required ImmutableArray<Scores> FreshScores { get; init; }

    /// <summary>The training rows that a value is told of in the run's generator; 1 where every value is.</summary>
    internal int MinimumCount => new ConfigurationCells(Run.Row.Configuration.Model, Run.Row.Configuration.Json).MinimumCount;

    /// <summary>When the report is made.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>GanSweep's version.</summary>
    public required string Version { get; init; }
}

using System.Collections.Immutable;
using GanSweep.Contracts.Sweeps;
using GanSweep.Evaluation.Scoring;
using GanSweep.Sweeps.Wire;

namespace GanSweep.Reporting.Inputs;

/// <summary>What is known of a run, and of the sweep that it is part of.</summary>
public record RunInput : SweepInput
{
    /// <summary>The run: its losses, its evaluations, its scores.</summary>
    public required RunDetails Run { get; init; }

    /// <summary>The run's scores; null until it has any.</summary>
    public Scores? Scores => Run.Row.Scores?.ToScores();

    /// <summary>The scores of the generator on fresh samples, which had no part in choosing it; may be empty.</summary>
    public ImmutableArray<Scores> FreshScores { get; init; } = [];

    /// <summary>Rows of the real table; null where it was not read.</summary>
    public virtual int? RealRows { get; init; }

    /// <inheritdoc/>
    public override int? Marked => Run.Row.Run;
}

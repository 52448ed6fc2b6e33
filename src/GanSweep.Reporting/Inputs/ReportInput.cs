using GanSweep.Evaluation.Comparisons;
using GanSweep.Settings.Models;
using GanSweep.Sweeps.Definitions;
using GanSweep.Tables;
using GanSweep.Tables.Sequences;

namespace GanSweep.Reporting.Inputs;

/// <summary>All that a report is made of. The same input gives the same bytes.</summary>
public sealed record ReportInput : RunInput
{
    /// <summary>The whole real table.</summary>
    public required Table Real { get; init; }

    /// <summary>Rows drawn from the run's generator; null if it is not kept, and then the plots that need them say so.</summary>
    public Table? Synthetic { get; init; }

    /// <summary>Paths of the run's generator beside a real series; null if it is not kept, or if rows stand by themselves.</summary>
    public SyntheticPaths? Paths { get; init; }

    /// <inheritdoc/>
    public override int? RealRows => Real.RowCount;

    /// <summary>What of both tables is shown, once it has been chosen; null where there is no synthetic one.</summary>
    internal ShownTables? Shown { get; init; }

    /// <summary>The training rows that a value is told of in the run's generator; 1 where every value is.</summary>
    internal int MinimumCount => new ConfigurationCells(Run.Row.Configuration.Model, Run.Row.Configuration.Json).MinimumCount;

    /// <summary>How the real rows follow each other; null if they do not.</summary>
    internal RowSequence? Sequence => SweepDefinition.ParseSequence(Provenance.Sequence);

    /// <summary>The real table's columns that are compared one by one: not that by which rows are sorted, since it is not learnt but goes on.</summary>
    internal Table Compared => WithoutClock.Of(Real, Sequence);

    /// <summary>When the report is made.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>GanSweep's version.</summary>
    public required string Version { get; init; }
}

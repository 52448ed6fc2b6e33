using System.Collections.Immutable;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using GanSweep.Settings.Models;
using GanSweep.Tables;
using GanSweep.Tables.Rules;
using GanSweep.Tables.Sequences;
using GanSweep.Training.Families;

namespace GanSweep.Training.Tasks;

/// <summary>One run to train. Its result depends on all members but the last four, and on the engine's version, alone.</summary>
public sealed record TrainingTask
{
    /// <summary>What kind of model is trained.</summary>
    public required IModelFamily Family { get; init; }

    /// <summary>How it is built and trained: a configuration of the family's.</summary>
    public required Configuration Configuration { get; init; }

    /// <summary>Seed of all of the run's random numbers.</summary>
    public required long Seed { get; init; }

    /// <summary>The whole real table, of at least two rows.</summary>
    public required Table Table { get; init; }

    /// <summary>The share of its rows that is never trained on. 0 (none) to 0.5.</summary>
    public double Holdout { get; init; }

    /// <summary>The column that <see cref="Score.Utility"/> is about; null if there is none.</summary>
    public string? Target { get; init; }

    /// <summary>What holds in every row of the table, and so in every row of a generator.</summary>
    public ImmutableArray<RowRule> Rules { get; init; } = [];

    /// <summary>How the table's rows follow each other; null if they do not.</summary>
    public RowSequence? Sequence { get; init; }

    /// <summary>Rows of the synthetic sample that is scored, at least 2.</summary>
    public required int EvaluationRows { get; init; }

    /// <summary>What the default scores are divided by for the total (<see cref="YardstickEstimator.SecondSample"/>); a function of <see cref="Table"/>.</summary>
    public required Scores SecondSample { get; init; }

    /// <summary>The epoch that it ends with, a beginning of the run that the configuration is of; null for all of it. At least 1.</summary>
    public int? Until { get; init; }

    /// <summary>The key of the run that is the beginning of this one, and whose last checkpoint it can go on from; null if there is none.</summary>
    public string? Beginning { get; init; }

    /// <summary>The run key: 64 hexadecimal digits. Checkpoints are bound to it.</summary>
    public required string RunKey { get; init; }

    /// <summary>The sweep, for the generator's file.</summary>
    public required string SweepId { get; init; }

    /// <summary>SHA-256 of the table's file, 64 lower-case hexadecimal digits, for the generator's file.</summary>
    public required string DatasetHash { get; init; }
}

using GanSweep.Evaluation.Scoring;
using GanSweep.Settings.Models;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Families;
using GanSweep.Training.Histories;

namespace GanSweep.Training.Generators;

/// <summary>
/// A generator that a training has chosen, and where it comes from: what a downloaded zip holds. Drawing a row needs
/// <see cref="Weights"/>, <see cref="Configuration"/> and <see cref="Transform"/>; the rest says what it is.
/// </summary>
/// <remarks>
/// The parameters of the transform describe the real table, each column by itself: words with their shares, ranges, and for <see cref="TransformKind.Quantile"/> the
/// values themselves, but none that fewer than <see cref="LoopKeys.MinimumCount"/> rows share, unless <see cref="LoopKeys.ExactValues"/> is on.
/// </remarks>
public sealed record TrainedGenerator
{
    /// <summary>What kind of model it is of.</summary>
    public required IModelFamily Family { get; init; }

    /// <summary>The configuration that was trained: one of the family's.</summary>
    public required Configuration Configuration { get; init; }

    /// <summary>Its weights, finite: <see cref="IModelRun.Weights"/> after <see cref="BestEpoch"/>.</summary>
    public required float[] Weights { get; init; }

    /// <summary>From its values back to the table's, with the columns' names.</summary>
    public required TableTransform Transform { get; init; }

    /// <summary>How its rows follow each other; null where they do not.</summary>
    public PathModel? Paths { get; init; }

    /// <summary>What its rows are made of, and what came before each.</summary>
    internal FeatureLayout Features => PathDraw.FeaturesOf(Transform, Paths);

    /// <summary>How the real table's file is spelled: as its rows are written.</summary>
    public TableForm Form { get; init; } = TableForm.Plain;

    /// <summary>The run's seed.</summary>
    public required long Seed { get; init; }

    /// <summary>Its scores.</summary>
    public required Scores Scores { get; init; }

    /// <summary>The epoch, from 1, after which it was taken.</summary>
    public required int BestEpoch { get; init; }

    /// <summary>The run's key.</summary>
    public required string RunKey { get; init; }

    /// <summary>The sweep that trained it.</summary>
    public required string SweepId { get; init; }

    /// <summary>SHA-256 of the real table's file, in hexadecimal.</summary>
    public required string DatasetHash { get; init; }

    /// <summary>The version of the engine that trained it.</summary>
    public required string EngineVersion { get; init; }
}

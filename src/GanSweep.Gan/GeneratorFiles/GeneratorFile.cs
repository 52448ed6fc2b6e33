using GanSweep.Evaluation.Scoring;
using GanSweep.Gan.Configurations;
using GanSweep.Gan.Networks;
using GanSweep.Tables.Transforms;

namespace GanSweep.Gan.GeneratorFiles;

/// <summary>
/// A trained generator and where it comes from: what a downloaded zip holds. Drawing a row needs <see cref="Weights"/>,
/// <see cref="Configuration"/> (latent dimension, activation) and <see cref="Transform"/>; the rest says what it is.
/// </summary>
/// <remarks>
/// The parameters of the transform describe the real table: each column's range, and for <see cref="TransformKind.Quantile"/>
/// <b>every column's sorted distinct values</b>. Share the rows it draws rather than the file if those are confidential.
/// </remarks>
public sealed record GeneratorFile
{
    /// <summary>The configuration that was trained.</summary>
    public required GanConfiguration Configuration { get; init; }

    /// <summary>The generator: from a latent vector of <see cref="GanConfiguration.LatentDim"/> through
    /// <see cref="GanConfiguration.GeneratorLayers"/> to one transformed value a column. No activation after the last layer.</summary>
    public required MlpWeights Weights { get; init; }

    /// <summary>From the generator's values back to the table's, with the columns' names.</summary>
    public required TableTransform Transform { get; init; }

    /// <summary>The run's seed.</summary>
    public required long Seed { get; init; }

    /// <summary>The generator's scores.</summary>
    public required Scores Scores { get; init; }

    /// <summary>The epoch, from 1, after which the generator was taken.</summary>
    public required int BestEpoch { get; init; }

    /// <summary>The run's key: the hash of all that its result depends on.</summary>
    public required string RunKey { get; init; }

    /// <summary>The sweep that trained it.</summary>
    public required string SweepId { get; init; }

    /// <summary>SHA-256 of the real table's file, in hexadecimal.</summary>
    public required string DatasetHash { get; init; }

    /// <summary>The version of the engine that trained it.</summary>
    public required string EngineVersion { get; init; }
}

namespace GanSweep.Evaluation.Scoring;

/// <summary>
/// How far a synthetic table is from a real one, and how far from its rows. <see cref="Score.All"/> tells which way each score is better;
/// GanSweep.Evaluation computes them and holds the definitions. The first four and the total are there for every scored table; the others
/// are null where they were not computed (an evaluation during training) or do not exist (no pair of columns, no held-out rows).
/// </summary>
[GenerateSerializer, Immutable, Alias("GanSweep.GanScores")]
public sealed record GanScores
{
    /// <summary>Mean over columns of |mean_s − mean_r| / std_r.</summary>
    [Id(0)] public double MeanGap { get; init; }

    /// <summary>Mean over columns of |std_s − std_r| / std_r, both with n − 1.</summary>
    [Id(1)] public double StdGap { get; init; }

    /// <summary>Mean over column pairs of |pearson_s − pearson_r|.</summary>
    [Id(2)] public double CorrelationDistance { get; init; }

    /// <summary>Mean over columns of the Jensen–Shannon divergence, in bits, between histograms of 20 equal-frequency bins.</summary>
    [Id(3)] public double JsEstimate { get; init; }

    /// <summary>Joint Jensen–Shannon estimate in bits from the trained discriminator; null for losses whose optimum does not give it. Shown, not ranked.</summary>
    [Id(4)] public double? JsAdversarial { get; init; }

    /// <summary>Equal-weight mean of the first four, each divided by its yardstick of a second sample. This is what chooses a run's best epoch;
    /// a sweep ranks by its own weights.</summary>
    [Id(5)] public double Total { get; init; }

    /// <summary>Mean over column pairs of |spearman_s − spearman_r|.</summary>
    [Id(6)] public double? RankCorrelationDistance { get; init; }

    /// <summary>Mean over columns of the Wasserstein-1 distance / std_r.</summary>
    [Id(7)] public double? Wasserstein1 { get; init; }

    /// <summary>Mean over columns of 1 − the two-sample Kolmogorov–Smirnov statistic: "Column Shapes" of SDMetrics. 1 is best.</summary>
    [Id(8)] public double? KsComplement { get; init; }

    /// <summary>Mean over column pairs of 1 − |pearson_s − pearson_r| / 2: "Column Pair Trends" of SDMetrics. 1 is best.</summary>
    [Id(9)] public double? CorrelationSimilarity { get; init; }

    /// <summary>The mean of <see cref="KsComplement"/> and <see cref="CorrelationSimilarity"/>: the QualityReport of SDMetrics, both thresholds at 0. 1 is best.</summary>
    [Id(10)] public double? Quality { get; init; }

    /// <summary>Mean over columns of |q01_s − q01_r| / std_r, q01 the 1 % quantile of type 7.</summary>
    [Id(11)] public double? Q01Gap { get; init; }

    /// <summary>Mean over columns of |q99_s − q99_r| / std_r, q99 the 99 % quantile of type 7.</summary>
    [Id(12)] public double? Q99Gap { get; init; }

    /// <summary>Share of synthetic rows beyond the real 90 % quantile in every column. To be near <see cref="Yardsticks.CoExceedance90"/>.</summary>
    [Id(13)] public double? CoExceedance90 { get; init; }

    /// <summary>The difference of <see cref="CoExceedance90"/> to that of the real table.</summary>
    [Id(14)] public double? CoExceedanceGap { get; init; }

    /// <summary>Share of synthetic cells outside the real column's range.</summary>
    [Id(15)] public double? OutOfRange { get; init; }

    /// <summary>Energy distance between the joint distributions of normal scores: the two-sample statistic that sees what columns and correlations miss.</summary>
    [Id(16)] public double? JointDistance { get; init; }

    /// <summary>Share of synthetic rows that are closer to a training row than to a held-out row, of equally many; null without held-out rows.</summary>
    [Id(17)] public double? CloserToTraining { get; init; }

    /// <summary>Median over synthetic rows of the distance to the closest training row.</summary>
    [Id(18)] public double? DistanceToTraining { get; init; }

    /// <summary>Median over synthetic rows of the distance to the closest held-out row; null without held-out rows.</summary>
    [Id(19)] public double? DistanceToHoldout { get; init; }

    /// <summary>Median over synthetic rows of the distance to the closest training row, divided by that to the second closest.</summary>
    [Id(20)] public double? NeighbourRatio { get; init; }

    /// <summary>Share of synthetic rows that are equal to a training row.</summary>
    [Id(21)] public double? ExactCopies { get; init; }

    /// <summary>Share of synthetic rows nearer to a training row than all but 1 % of the real rows are to one another.</summary>
    [Id(22)] public double? NearCopies { get; init; }
}

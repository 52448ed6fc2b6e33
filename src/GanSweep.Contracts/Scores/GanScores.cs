namespace GanSweep.Contracts.Scores;

/// <summary>
/// How far a synthetic table is from a real one. Every score is 0 for a perfect generator on infinite data; lower is better.
/// GanSweep.Evaluation computes them and holds the definitions.
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
}

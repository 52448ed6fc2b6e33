namespace GanSweep.Contracts.Scores;

/// <summary>The weights of a sweep's ranking; at least one is above 0. Default equal.</summary>
[GenerateSerializer, Immutable, Alias("GanSweep.ScoreWeights")]
public sealed record ScoreWeights
{
    /// <summary>All scores count the same.</summary>
    public static ScoreWeights Equal { get; } = new();

    /// <summary>Weight of <see cref="GanScores.MeanGap"/>. 0 or more; default 1.</summary>
    [Id(0)] public double MeanGap { get; init; } = 1;

    /// <summary>Weight of <see cref="GanScores.StdGap"/>. 0 or more; default 1.</summary>
    [Id(1)] public double StdGap { get; init; } = 1;

    /// <summary>Weight of <see cref="GanScores.CorrelationDistance"/>. 0 or more; default 1.</summary>
    [Id(2)] public double CorrelationDistance { get; init; } = 1;

    /// <summary>Weight of <see cref="GanScores.JsEstimate"/>. 0 or more; default 1.</summary>
    [Id(3)] public double JsEstimate { get; init; } = 1;
}

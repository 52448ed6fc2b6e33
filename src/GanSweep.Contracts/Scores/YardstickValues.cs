using System.Collections.Immutable;

namespace GanSweep.Contracts.Scores;

/// <summary>What the scores of a table can be held against: means over bootstrap draws of the real table scored against it.</summary>
/// <param name="Floor">Draws with as many rows as the synthetic sample: what a perfect memoriser would get.</param>
/// <param name="SecondSample">Draws with as many rows as the table: what a second sample of the true distribution would get. Its total is 1.</param>
[GenerateSerializer, Immutable, Alias("GanSweep.Yardsticks")]
public sealed record YardstickValues([property: Id(0)] ScoreValues Floor, [property: Id(1)] ScoreValues SecondSample)
{
    /// <summary>The share of real rows beyond the 90 % quantile of every column.</summary>
    [Id(2)] public double CoExceedance90 { get; init; }

    /// <summary>
    /// What real rows get that nobody trained on, by score, over random splits of the table: for privacy, rows left out of training and
    /// held-out part; for <c>jointDistance</c>, one half of the table against the other.
    /// </summary>
    [Id(3)] public ImmutableArray<RangeValues> Unseen { get; init; } = [];

    /// <summary>What simple synthesizers get on the same rows.</summary>
    [Id(4)] public ImmutableArray<BaselineValues> Baselines { get; init; } = [];
}

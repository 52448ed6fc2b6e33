namespace GanSweep.Contracts.Scores;

/// <summary>The distribution of a score over random splits of the real table.</summary>
/// <param name="Score">The score's name.</param>
/// <param name="Mean">Its mean.</param>
/// <param name="Low">Its 5 % quantile.</param>
/// <param name="High">Its 95 % quantile.</param>
[GenerateSerializer, Immutable, Alias("GanSweep.ScoreRange")]
public sealed record RangeValues(
    [property: Id(0)] string Score, [property: Id(1)] double Mean, [property: Id(2)] double Low, [property: Id(3)] double High);

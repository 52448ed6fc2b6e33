namespace GanSweep.Contracts.Scores;

/// <summary>What the scores of a table can be held against: means of 200 bootstrap draws of the real table scored against it.</summary>
/// <param name="Floor">Draws with as many rows as the synthetic sample: what a perfect memoriser would get.</param>
/// <param name="SecondSample">Draws with as many rows as the table: what a second sample of the true distribution would get. Its total is 1.</param>
[GenerateSerializer, Immutable, Alias("GanSweep.Yardsticks")]
public sealed record Yardsticks([property: Id(0)] GanScores Floor, [property: Id(1)] GanScores SecondSample);

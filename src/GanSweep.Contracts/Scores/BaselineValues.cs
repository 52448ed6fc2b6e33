namespace GanSweep.Contracts.Scores;

/// <summary>A simple synthesizer, fitted on the rows that the runs train on and scored as they are.</summary>
/// <param name="Name">columnBootstrap, gaussianCopula or smote.</param>
/// <param name="Scores">Its scores.</param>
[GenerateSerializer, Immutable, Alias("GanSweep.Baseline")]
public sealed record BaselineValues([property: Id(0)] string Name, [property: Id(1)] ScoreValues Scores);

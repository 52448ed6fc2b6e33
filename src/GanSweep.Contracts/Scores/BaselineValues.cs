namespace GanSweep.Contracts.Scores;

/// <summary>A simple synthesizer, fitted on the rows that the runs train on and scored as they are.</summary>
/// <param name="Name">columnBootstrap, gaussianCopula, smote, cart or dpCopula.</param>
/// <param name="Scores">Its scores.</param>
[GenerateSerializer, Immutable, Alias("GanSweep.Baseline")]
public sealed record BaselineValues([property: Id(0)] string Name, [property: Id(1)] ScoreValues Scores)
{
    /// <summary>ε of the differential privacy of its rows; null if nothing is guaranteed.</summary>
    [Id(2)] public double? Epsilon { get; init; }

    /// <summary>δ of it.</summary>
    [Id(3)] public double? Delta { get; init; }
}

using System.Text.Json.Serialization;
using GanSweep.Evaluation.Baselines;
using GanSweep.Evaluation.DifferentialPrivacy;
using GanSweep.Evaluation.Scoring;

namespace GanSweep.Evaluation.Standards;

/// <summary>A simple synthesizer, fitted on the rows that the runs train on and scored as they are.</summary>
/// <param name="Name">columnBootstrap, gaussianCopula, smote, cart, dpCopula or noisyCopies; of paths iid, stationaryBootstrap or filteredHistoricalSimulation.</param>
/// <param name="Scores">Its scores.</param>
public sealed record Baseline(string Name, Scores Scores)
{
    /// <summary>The differential privacy of its rows; null if nothing is guaranteed.</summary>
    public PrivacyGuarantee? Guarantee { get; init; }

    /// <summary>Whether it is there for attacks alone, which have to find it: no synthesizer that somebody would use.</summary>
    [JsonIgnore]
    public bool IsControl => Name == NoisyCopies.Called;

    /// <summary>Whether its rows are made of single training rows, so that an attack which does not find it finds nothing in the table at all.</summary>
    [JsonIgnore]
    public bool LeavesTraces => IsControl || Name == Smote.Called;
}

using GanSweep.Evaluation.DifferentialPrivacy;
using GanSweep.Evaluation.Scoring;

namespace GanSweep.Evaluation.Standards;

/// <summary>A simple synthesizer, fitted on the rows that the runs train on and scored as they are.</summary>
/// <param name="Name">columnBootstrap, gaussianCopula, smote, cart or dpCopula.</param>
/// <param name="Scores">Its scores.</param>
public sealed record Baseline(string Name, Scores Scores)
{
    /// <summary>The differential privacy of its rows; null if nothing is guaranteed.</summary>
    public PrivacyGuarantee? Guarantee { get; init; }
}

using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Scores;

namespace GanSweep.Contracts.Reports;

/// <summary>Epochs done since the last report (possibly none: a heartbeat). Kept in memory only: checkpoints and results carry the whole history.</summary>
/// <param name="Run">The run's number in its sweep.</param>
/// <param name="Attempt">The attempt that the trainer holds.</param>
/// <param name="Epoch">The last epoch done.</param>
/// <param name="Losses">The losses since the last report.</param>
/// <param name="BestScores">The scores of the best epoch so far, if any was evaluated.</param>
[GenerateSerializer, Immutable, Alias("GanSweep.ProgressReport")]
public sealed record ProgressReport(
    int Run,
    int Attempt,
    [property: Id(0)] int Epoch,
    [property: Id(1)] LossHistory Losses,
    [property: Id(2)] ScoreValues? BestScores) : RunReport(Run, Attempt);

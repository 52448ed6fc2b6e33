using GanSweep.Contracts.Runs;
using GanSweep.Evaluation.Scoring;
using GanSweep.Sweeps.Wire;

namespace GanSweep.Sweeps.Stores;

/// <summary>A <see cref="RunResult"/> without its histories: what a ranking needs.</summary>
/// <param name="Scores">All scores of the best epoch's generator.</param>
/// <param name="BestEpoch">The best epoch.</param>
/// <param name="Epochs">Epochs trained.</param>
/// <param name="Seconds">Seconds of training.</param>
public sealed record RunSummary(Scores Scores, int BestEpoch, int Epochs, double Seconds)
{
    /// <summary>The summary of a result.</summary>
    public static RunSummary Of(RunResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new RunSummary(result.Scores.ToScores(), result.BestEpoch, result.Epochs, result.Seconds);
    }
}

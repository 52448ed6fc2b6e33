using GanSweep.Contracts.Scores;
using GanSweep.Evaluation.Privacy;
using GanSweep.Tables;

namespace GanSweep.Evaluation;

/// <summary>Every score there is, of fidelity and of privacy: what stands beside a run on the leaderboard.</summary>
/// <param name="table">The whole real table, of at least two rows of finite numbers: what fidelity is measured against.</param>
/// <param name="split">What of it is trained on, and what is held out.</param>
public sealed class EvidenceScorer(Table table, HoldoutSplit split)
{
    private readonly FidelityScorer _fidelity = new(table);
    private readonly PrivacyScorer _privacy = new(table, split);

    /// <summary>All scores of a synthetic table, the total by equal weights of the first four.</summary>
    /// <param name="synthetic">A table with the real table's columns, in its order, of at least two rows.</param>
    /// <param name="yardsticks">What the scores are divided by for <see cref="GanScores.Total"/>.</param>
    /// <exception cref="NonFiniteRowsException">The synthetic table holds NaN or an infinity.</exception>
    /// <exception cref="ArgumentException">The columns differ from the real table's, or there are fewer than two rows.</exception>
    public GanScores Score(Table synthetic, Yardsticks yardsticks)
    {
        return _privacy.Score(synthetic, _fidelity.Score(synthetic, yardsticks));
    }
}

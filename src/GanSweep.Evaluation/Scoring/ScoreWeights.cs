using System.Collections.Immutable;

namespace GanSweep.Evaluation.Scoring;

/// <summary>The weights of a sweep's total. Unless told otherwise the default scores weigh 1 and the others 0.</summary>
public sealed class ScoreWeights
{
    private readonly ImmutableDictionary<Score, double> _told;

    private ScoreWeights(ImmutableDictionary<Score, double> told)
    {
        _told = told;
    }

    /// <summary>The default scores, all the same.</summary>
    public static ScoreWeights Default { get; } = new(ImmutableDictionary<Score, double>.Empty);

    /// <summary>The weight of a score: 0 or more.</summary>
    public double this[Score score]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(score);
            return _told.TryGetValue(score, out double weight) ? weight : score.IsDefault ? 1 : 0;
        }
    }

    /// <summary>The same weights but for one.</summary>
    /// <param name="score">A score that can be ranked by.</param>
    /// <param name="weight">0 or more.</param>
    /// <exception cref="ArgumentException">The score is neither low nor high for the better.</exception>
    public ScoreWeights With(Score score, double weight)
    {
        ArgumentNullException.ThrowIfNull(score);
        ArgumentOutOfRangeException.ThrowIfNegative(weight);
        return score.CanBeRanked
            ? new ScoreWeights(_told.SetItem(score, weight))
            : throw new ArgumentException($"{score} is neither low nor high for the better, so no total can count it.", nameof(score));
    }
}

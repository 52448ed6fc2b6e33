using System.Collections.Immutable;

namespace GanSweep.Evaluation.Scoring;

/// <summary>
/// The number that ranks: the weighted mean of the scores, each distance from perfect divided by what a second sample of the table would get. 1
/// is as far from the table as a second sample would be; lower is better.
/// </summary>
public static class WeightedTotal
{
    /// <summary>
    /// The total of some scores. A score whose yardstick is 0 or missing leaves the mean; the total is 0 when no score with a weight is left.
    /// NaN when a score that counts is NaN.
    /// </summary>
    /// <param name="scores">The scores.</param>
    /// <param name="secondSample">What a second sample of the table would get.</param>
    /// <param name="weights">What counts how much.</param>
    public static double Of(Scores scores, Scores secondSample, ScoreWeights weights)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(secondSample);
        ArgumentNullException.ThrowIfNull(weights);
        double sum = 0;
        double weight = 0;
        foreach (Score score in Score.All)
        {
            if (Counts(score, secondSample, weights) && score.GapOf(scores) is { } gap)
            {
                sum += weights[score] * (gap / score.GapOf(secondSample)!.Value);
                weight += weights[score];
            }
        }

        return weight > 0 ? sum / weight : 0;
    }

    /// <summary>What a reader of totals must know: which scores with a weight are left out of them.</summary>
    public static ImmutableArray<string> Notes(Scores secondSample, ScoreWeights weights)
    {
        ArgumentNullException.ThrowIfNull(secondSample);
        ArgumentNullException.ThrowIfNull(weights);
        var notes = Score.All
            .Where(score => weights[score] > 0 && score.GapOf(secondSample) is not null && !Counts(score, secondSample, weights))
            .Select(score => $"{score} is left out of the totals: a second sample of this table would score 0 on it, "
                + "so nothing can be held against it.")
            .ToList();
        if (!Score.All.Any(score => Counts(score, secondSample, weights)))
        {
            notes.Add("No score is left to rank by: every total is 0 and runs rank by their number.");
        }

        return [.. notes];
    }

    private static bool Counts(Score score, Scores secondSample, ScoreWeights weights)
    {
        return weights[score] > 0 && score.GapOf(secondSample) > 0;
    }
}

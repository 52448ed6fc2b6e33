using GanSweep.Contracts.Scores;
using GanSweep.Evaluation.Scoring;

namespace GanSweep.Sweeps.Wire;

/// <summary>Scores as they cross the wire, and back.</summary>
public static class ScoreConversions
{
    /// <summary>The scores for the wire: those that were computed.</summary>
    public static ScoreValues ToWire(this Scores scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        return new ScoreValues(
        [
            .. Score.Known.Where(score => scores[score] is not null).Select(score => new ScoreValue(score.Name, scores[score]!.Value)),
        ]);
    }

    /// <summary>The scores from the wire; one that this version does not know is left out.</summary>
    public static Scores ToScores(this ScoreValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Scores.Of(values.Values.SelectMany(Known));
    }

    /// <summary>One of the scores from the wire, without the others; null if it was not computed.</summary>
    public static double? Find(this ScoreValues values, Score score)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(score);
        foreach (ScoreValue value in values.Values)
        {
            if (value.Name == score.Name)
            {
                return value.Value;
            }
        }

        return null;
    }

    private static (Score, double?)[] Known(ScoreValue value)
    {
        return Score.Find(value.Name) is { } score ? [(score, value.Value)] : [];
    }
}

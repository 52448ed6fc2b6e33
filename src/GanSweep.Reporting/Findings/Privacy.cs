using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using GanSweep.Reporting.Html;

namespace GanSweep.Reporting.Findings;

/// <summary>How near the synthetic rows come to those that were trained on, each measure held against rows that nobody trained on.</summary>
internal static class Privacy
{
    private static readonly (Score Score, string Name, bool IsShare, bool HighIsNear, string Sentence)[] Measures =
    [
        (Score.CloserToTraining, "Closer to training rows", true, true, "{0} of the synthetic rows are closer to a training row than to a "
            + "row held out of training; about half is what a generator gets that learned nothing by heart."),
        (Score.ExactCopies, "Exact copies", true, true, "{0} of the synthetic rows are equal to a training row."),
        (Score.NearCopies, "Near copies", true, true, "{0} of the synthetic rows are nearer to a training row than 99 % of the training rows "
            + "are to one another."),
        (Score.DistanceToTraining, "Distance to training", false, false, "Half of the synthetic rows are within {0} of their closest "
            + "training row."),
        (Score.DistanceToHoldout, "Distance to held-out rows", false, false, "Half of the synthetic rows are within {0} of their closest "
            + "held-out row."),
        (Score.NeighbourRatio, "Ratio of neighbours", false, false, "For half of the synthetic rows the closest training row is at less than "
            + "{0} times the distance of the second closest; a low ratio singles out one row."),
        (Score.WindowMembership, "Windows told from others", false, true, "A stranger tells stretches of rows that were trained on from such that were held out with an "
            + "AUC of {0}, where 0.5 is chance."),
        (Score.CloserWindows, "Closer to training windows", true, true, "{0} of the synthetic stretches of rows are closer to one that was trained on than to one held out."),
    ];

    /// <summary>All that were measured.</summary>
    public static IEnumerable<Finding> All(Scores scores, Yardsticks? yardsticks)
    {
        return Measures.Select(measure => Of(measure.Score, scores, yardsticks)).OfType<Finding>();
    }

    /// <summary>One measure, by its score; null if it was not measured.</summary>
    public static Finding? Of(Score score, Scores scores, Yardsticks? yardsticks)
    {
        if (scores[score] is not { } value)
        {
            return null;
        }

        var measure = Measures.Single(each => each.Score == score);
        string Shown(double number)
        {
            return measure.IsShare ? Numbers.Percent(number) : Numbers.Rounded(number);
        }

        string text = measure.Sentence.Replace("{0}", measure.IsShare && value == 0 ? "None" : Shown(value), StringComparison.Ordinal);
        if (yardsticks?.UnseenOf(score) is not { } unseen)
        {
            return new Finding(measure.Name, Shown(value), $"{text} There is nothing to hold this against.", Outcome.Unknown);
        }

        (string low, string high) = (Shown(unseen.Low), Shown(unseen.High));
        string range = low == high ? $"unseen real rows get {low}" : $"unseen real rows get {low} to {high}";
        bool isNear = measure.HighIsNear ? !(value <= unseen.High) : !(value >= unseen.Low);
        bool isFar = measure.HighIsNear ? value < unseen.Low : value > unseen.High;
        if (isNear && yardsticks.UnknowingLike(score, value) is { } unknowing)
        {
            return new Finding(measure.Name, Shown(value), $"{text} That is nearer to the training rows than real rows are ({range}); but the rows of {unknowing.Name} come about as near ({Shown(unknowing.Scores[score]!.Value)}), and owe next to "
                + "nothing to any of them. So parts of the table differ from each other, such as times from other times, and that says nothing of rows.", Outcome.Unknown);
        }

        return isNear
            ? new Finding(measure.Name, Shown(value), $"{text} That is nearer to the training rows than they should be: "
                + $"{range}.", Outcome.Bad)
            : isFar
                ? new Finding(measure.Name, Shown(value), $"{text} That is no concern, but farther than real rows are: "
                    + $"{range}.", Outcome.Good)
                : new Finding(measure.Name, Shown(value), $"{text} That is inside what to expect: {range}.", Outcome.Good);
    }
}

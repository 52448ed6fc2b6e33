using System.Collections.Immutable;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;

namespace GanSweep.Evaluation.Attacks;

/// <summary>What membership attacks come to: whether they can find anything in a table at all, and whether they find training rows in synthetic ones.</summary>
/// <param name="Area">The area under the curve of the strongest attack.</param>
/// <param name="At1">The share of training rows that are found where one in a hundred others is taken for one.</param>
/// <param name="Controls">What has to be found: the area of the strongest attack on rows that are made of single training rows.</param>
public sealed record MembershipEvidence(MembershipFigure Area, MembershipFigure At1, ImmutableArray<(string Name, double Area)> Controls)
{
    // The share that is found at few false alarms hangs on a few rows. What is asked of it besides the curve must not make more false alarms: twice as far from
    // what is expected as the end of the range is one of some hundreds.
    private const double FarBeyond = 2;

    /// <summary>
    /// What owes next to nothing to any row and is told as well (<see cref="ScoreRange.IsAboutAsFar"/>), and how well: then parts of the table are told from each other, not rows. Null if there is no such.
    /// </summary>
    public (string Name, double Area)? Unknowing { get; init; }

    /// <summary>The controls that are not found; where there is one, nothing can be concluded.</summary>
    public IEnumerable<string> Missed => Controls.Where(control => !(control.Area > Area.Chance.High)).Select(control => control.Name);

    /// <summary>Whether rows that were trained on leave a trace: where there is nothing to find, one table in twenty seems to.</summary>
    public bool IsCaught => Area.IsBeyondChance || At1.Value > At1.Chance.Mean + (FarBeyond * (At1.Chance.High - At1.Chance.Mean));

    /// <summary>That of a run; null where nothing was measured, or there is nothing to hold it against.</summary>
    public static MembershipEvidence? Of(Scores scores, Yardsticks? yardsticks)
    {
        ArgumentNullException.ThrowIfNull(scores);
        return Figure(Score.Membership) is { } area && Figure(Score.MembershipAt1) is { } found
            ? new MembershipEvidence(area, found, [.. yardsticks!.Baselines.Where(baseline => baseline.LeavesTraces).Select(Control).OfType<(string, double)>()])
            {
                Unknowing = yardsticks.UnknowingLike(Score.Membership, area.Value) is { } unknowing ? Control(unknowing) : null,
            }
            : null;

        MembershipFigure? Figure(Score score)
        {
            return scores[score] is { } value && yardsticks?.UnseenOf(score) is { } chance ? new MembershipFigure(value, chance) : null;
        }
    }

    private static (string Name, double Area)? Control(Baseline baseline)
    {
        return baseline.Scores[Score.Membership] is { } area ? (baseline.Name, area) : null;
    }
}

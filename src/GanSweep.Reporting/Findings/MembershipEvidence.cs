using System.Collections.Immutable;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using GanSweep.Reporting.Html;

namespace GanSweep.Reporting.Findings;

/// <summary>
/// What the attacks say of a run: whether they can find anything in this table at all, whether they find training rows in the run's rows, and how many.
/// </summary>
internal sealed class MembershipEvidence
{
    // The share that is found at few false alarms hangs on a few rows. What is asked of it besides the curve must not make more false alarms: twice as far from
    // what is expected as the end of the range is one of some hundreds.
    private const double FarBeyond = 2;

    private MembershipEvidence(double area, double found, ScoreRange areas, ScoreRange shares, ImmutableArray<Baseline> controls)
    {
        (Area, Found, Areas, Shares) = (area, found, areas, shares);
        Missed = [.. controls.Where(control => control.Scores[Score.Membership] is { } caught && !(caught > areas.High)).Select(control => control.Name)];
        Controls = controls;
    }

    /// <summary>The area under the curve of the strongest attack.</summary>
    public double Area { get; }

    /// <summary>The share of training rows that are found where one in a hundred others is taken for one.</summary>
    public double Found { get; }

    /// <summary>What <see cref="Area"/> is where there is nothing to find.</summary>
    public ScoreRange Areas { get; }

    /// <summary>What <see cref="Found"/> is where there is nothing to find.</summary>
    public ScoreRange Shares { get; }

    /// <summary>What has to be found.</summary>
    public ImmutableArray<Baseline> Controls { get; }

    /// <summary>The controls that are not.</summary>
    public ImmutableArray<string> Missed { get; }

    /// <summary>Whether rows that were trained on leave a trace.</summary>
    public bool IsCaught => !(Area <= Areas.High) || Found > Shares.Mean + (FarBeyond * (Shares.High - Shares.Mean));

    /// <summary>The evidence; null where nothing was measured, or there is nothing to hold it against.</summary>
    public static MembershipEvidence? Of(Scores scores, Yardsticks? yardsticks)
    {
        return scores[Score.Membership] is { } area
            && scores[Score.MembershipAt1] is { } found
            && yardsticks?.UnseenOf(Score.Membership) is { } areas
            && yardsticks.UnseenOf(Score.MembershipAt1) is { } shares
                ? new MembershipEvidence(area, found, areas, shares, [.. yardsticks.Baselines.Where(baseline => baseline.LeavesTraces)])
                : null;
    }

    /// <summary>It in words.</summary>
    public Finding InWords()
    {
        string value = Numbers.Short(Area);
        string told = $"A stranger who knows other rows tells training rows from them with an AUC of {value}, where 0.5 is chance";
        return Missed.Length > 0
            ? new("Membership", value, $"{told}; but he does not even find {string.Join(" and ", Missed)} in this table, so that says nothing.", Outcome.Unknown)
            : IsCaught
                ? new("Membership", value, $"{told}, and finds {Numbers.Percent(Found)} of them at 1\u00A0% false alarms; where there is nothing to find he gets up to "
                    + $"{Numbers.Short(Areas.High)} and {Numbers.Percent(Shares.High)}. Rows that were trained on leave a trace.", Outcome.Bad)
                : new("Membership", value, $"{told}: no more than where there is nothing to find (up to {Numbers.Short(Areas.High)}).", Outcome.Good);
    }
}

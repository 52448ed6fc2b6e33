using GanSweep.Evaluation.Attacks;
using GanSweep.Reporting.Html;

namespace GanSweep.Reporting.Findings;

/// <summary>What membership attacks say of a run.</summary>
internal static class Membership
{
    /// <summary>It in words.</summary>
    public static Finding Of(MembershipEvidence evidence)
    {
        string value = Numbers.Rounded(evidence.Area.Value);
        string told = $"A stranger who knows other rows tells training rows from them with an AUC of {value}, where 0.5 is chance";
        string[] missed = [.. evidence.Missed];
        return missed.Length > 0
            ? new("Membership", value, $"{told}; but he does not even find {string.Join(" and ", missed)} in this table, so that says nothing.", Outcome.Unknown)
            : evidence is { IsCaught: true, Unknowing: { } unknowing }
                ? new("Membership", value, $"{told}; but he tells them about as well by the rows of {unknowing.Name} ({Numbers.Rounded(unknowing.Area)}), which owe next to nothing to any of them. So he tells parts "
                    + "of the table from each other, such as times from other times, and that says nothing of rows.", Outcome.Unknown)
            : evidence.IsCaught
                ? new("Membership", value, $"{told}, and finds {Numbers.Percent(evidence.At1.Value)} of them at 1\u00A0% false alarms; where there is nothing to find he gets up to "
                    + $"{Numbers.Rounded(evidence.Area.Chance.High)} and {Numbers.Percent(evidence.At1.Chance.High)}. Rows that were trained on leave a trace.", Outcome.Bad)
                : new("Membership", value, $"{told}: no more than where there is nothing to find (up to {Numbers.Rounded(evidence.Area.Chance.High)}).", Outcome.Good);
    }
}

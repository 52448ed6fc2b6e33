namespace GanSweep.Evaluation.Membership;

/// <summary>How surely numbers tell members from others: of every threshold, the share of members and of others above it (Fawcett, "An introduction to ROC analysis", 2006).</summary>
internal sealed class RocCurve
{
    private readonly double[] _members;
    private readonly double[] _others;

    private RocCurve(double[] members, double[] others)
    {
        (_members, _others) = (members, others);
        (double area, int member) = (0, members.Length);
        for (int other = others.Length - 1; other >= 0; other--)
        {
            // Members above it count whole, those as large half.
            while (member > 0 && members[member - 1] > others[other])
            {
                member--;
            }

            int equal = member;
            while (equal > 0 && members[equal - 1] == others[other])
            {
                equal--;
            }

            area += members.Length - ((member + equal) / 2.0);
        }

        Area = area / ((double)members.Length * others.Length);
    }

    /// <summary>The area under the curve: how often a member has the larger number of a member and another, ties half. 0.5 is chance.</summary>
    public double Area { get; }

    /// <summary>The curve of numbers, larger the more they speak for a member.</summary>
    /// <param name="members">Those of members, at least one.</param>
    /// <param name="others">Those of others, at least one.</param>
    public static RocCurve Of(double[] members, double[] others)
    {
        ArgumentNullException.ThrowIfNull(members);
        ArgumentNullException.ThrowIfNull(others);
        if (members.Length == 0 || others.Length == 0)
        {
            throw new ArgumentException("There is no curve of one kind alone.", members.Length == 0 ? nameof(members) : nameof(others));
        }

        return new RocCurve([.. members.Order()], [.. others.Order()]);
    }

    /// <summary>The share of members that are found where so many others are taken for one; between two thresholds, on the line between them.</summary>
    /// <param name="falseAlarms">The share of others, 0 to 1.</param>
    public double Found(double falseAlarms)
    {
        double wanted = falseAlarms * _others.Length;
        (int members, int others) = (0, 0);
        while (members + others < _members.Length + _others.Length)
        {
            // The next threshold: the largest number that is left.
            double threshold = Math.Max(Left(_members, members), Left(_others, others));
            (int nextMembers, int nextOthers) = (Above(_members, members, threshold), Above(_others, others, threshold));
            if (nextOthers > wanted)
            {
                return (members + ((wanted - others) / (nextOthers - others) * (nextMembers - members))) / _members.Length;
            }

            (members, others) = (nextMembers, nextOthers);
        }

        return 1;
    }

    private static double Left(double[] ascending, int taken)
    {
        return taken == ascending.Length ? double.NegativeInfinity : ascending[ascending.Length - 1 - taken];
    }

    private static int Above(double[] ascending, int taken, double threshold)
    {
        while (taken < ascending.Length && ascending[ascending.Length - 1 - taken] >= threshold)
        {
            taken++;
        }

        return taken;
    }
}

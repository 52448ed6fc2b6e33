using System.Collections.Immutable;

namespace GanSweep.Evaluation.Membership;

/// <summary>How surely training rows are told from held-out ones, by each attack.</summary>
/// <param name="Curves">One for each <see cref="MembershipAttack"/>, in their order.</param>
internal sealed record MembershipFindings(ImmutableArray<RocCurve> Curves)
{
    /// <summary>One in a hundred.</summary>
    public const double FewAlarms = 0.01;

    /// <summary>One in ten.</summary>
    public const double MoreAlarms = 0.1;

    /// <summary>The area under the curve of the strongest attack: the largest.</summary>
    public double Area => Curves.Max(curve => curve.Area);

    /// <summary>The attack with that area.</summary>
    public MembershipAttack Strongest => Enum.GetValues<MembershipAttack>().MaxBy(attack => Curves[(int)attack].Area);

    /// <summary>The share of members that the attack finds which finds most of them where so many others are taken for one.</summary>
    /// <param name="falseAlarms">The share of others, 0 to 1.</param>
    public double Found(double falseAlarms)
    {
        return Curves.Max(curve => curve.Found(falseAlarms));
    }
}

using GanSweep.Evaluation.Standards;

namespace GanSweep.Evaluation.Attacks;

/// <summary>What was found beside what is found where there is nothing to find.</summary>
/// <param name="Value">What was found.</param>
/// <param name="Chance">What is found under labels that mean nothing.</param>
public sealed record MembershipFigure(double Value, ScoreRange Chance)
{
    /// <summary>Whether it is more than in nineteen of twenty cases without anything to find.</summary>
    public bool IsBeyondChance => !(Value <= Chance.High);
}

namespace GanSweep.Evaluation.Studies;

/// <summary>A finding beside what it is where there is nothing to find.</summary>
/// <param name="Value">What was found.</param>
/// <param name="Chance">The same rows attacked under random labels.</param>
public sealed record MembershipFigure(double Value, MembershipRange Chance)
{
    /// <summary>Whether it is more than one case in twenty without anything to find.</summary>
    public bool IsCaught => Value > Chance.High;
}

namespace GanSweep.Evaluation.Attacks;

/// <summary>Whether an attack's figures tell anything.</summary>
public enum AttackMeaning
{
    /// <summary>They do.</summary>
    Tells,

    /// <summary>There were too few attacks, on training rows or on others.</summary>
    TooFewAttacks,

    /// <summary>The naive attack's rate is within its interval or above: its low risk says nothing of a better one.</summary>
    NoBetterThanNaive,
}

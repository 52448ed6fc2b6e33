using System.Collections.Immutable;
using GanSweep.Evaluation.Attacks.Rates;

namespace GanSweep.Evaluation.Attacks;

/// <summary>How an attack went.</summary>
public sealed record AttackResult
{
    /// <summary>The fewest attacks, on either side, that tell anything.</summary>
    public const int LeastAttacks = 20;

    /// <summary>What was tried.</summary>
    public required AttackKind Kind { get; init; }

    /// <summary>What the attacker knows: of inference the columns, of linkability those of one file; none of singling out, which needs none.</summary>
    public ImmutableArray<string> Known { get; init; } = [];

    /// <summary>Of linkability the columns of the other file.</summary>
    public ImmutableArray<string> OtherKnown { get; init; } = [];

    /// <summary>Of inference the column that is told; null of any other.</summary>
    public string? Secret { get; init; }

    /// <summary>The attack on training rows.</summary>
    public required SuccessRate Attack { get; init; }

    /// <summary>The attack on rows that were not trained on.</summary>
    public required SuccessRate Control { get; init; }

    /// <summary>The naive attack on training rows, which guesses.</summary>
    public required SuccessRate Baseline { get; init; }

    /// <summary>Of singling out, what it is among equally many rows of both; null where all of it is, and of any other.</summary>
    public EqualRows? EqualRows { get; init; }

    /// <summary>What the attack owes to training.</summary>
    public Risk Risk => Risk.Of(Attack, Control);

    /// <summary>Whether that tells anything.</summary>
    public AttackMeaning Meaning => Attack.Attacks < LeastAttacks || Control.Attacks < LeastAttacks ? AttackMeaning.TooFewAttacks
        : Attack.Low <= Baseline.Value ? AttackMeaning.NoBetterThanNaive
        : AttackMeaning.Tells;
}

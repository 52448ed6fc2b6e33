using System.Collections.Immutable;
using GanSweep.Evaluation.Membership;

namespace GanSweep.Evaluation.Attacks;

/// <summary>Whether synthetic rows tell which stretches of rows were trained on: a study of windows as of rows, in place of which each stands with all of its cells.</summary>
/// <param name="Length">Rows of a window.</param>
/// <param name="Training">How many windows there are of training rows that share no row, 4,096 at most.</param>
/// <param name="HeldOut">How many there are of held-out rows, likewise.</param>
/// <param name="Synthetic">How many there are of synthetic rows, which begin at any row.</param>
/// <param name="Membership">What is found; null where there are fewer than <see cref="Fewest"/> of any.</param>
/// <param name="ExposedRows">The rows of each window of <see cref="MembershipStudy.Exposed"/>, in its order, by their numbers in the training table, from 0, in the order of time.</param>
public sealed record WindowStudy(int Length, int Training, int HeldOut, int Synthetic, MembershipStudy? Membership, ImmutableArray<ImmutableArray<int>> ExposedRows)
{
    /// <summary>The fewest windows of each kind of which something can be told.</summary>
    public const int Fewest = MembershipMeasure.FewestHeldOut;
}

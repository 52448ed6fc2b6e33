using System.Collections.Immutable;

namespace GanSweep.Evaluation.Attacks;

/// <summary>What an attacker knows of the rows that are attacked, and is after.</summary>
/// <param name="Known">The columns that are known, by name, without <paramref name="Secret"/>; empty for all others.</param>
/// <param name="Secret">The column that is to be told; null for every one in turn.</param>
public sealed record AttackerKnowledge(ImmutableArray<string> Known, string? Secret)
{
    /// <summary>Each column in turn, by all others.</summary>
    public static AttackerKnowledge OfAllOthers { get; } = new([], null);
}

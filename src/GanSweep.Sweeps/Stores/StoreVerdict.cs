using System.Collections.Immutable;

namespace GanSweep.Sweeps.Stores;

/// <summary>What all of a store's bytes have been found to be.</summary>
/// <param name="Content">What it holds, kind by kind: sweeps, runs, results and so on.</param>
/// <param name="Faults">What is wrong, a sentence each; none if it is whole.</param>
public sealed record StoreVerdict(ImmutableArray<StoredKind> Content, ImmutableArray<string> Faults)
{
    /// <summary>Whether every byte is as it was written.</summary>
    public bool IsWhole => Faults.IsEmpty;
}

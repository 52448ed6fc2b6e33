using GanSweep.Sweeps.Stores;

namespace GanSweep.Documents;

/// <summary>What a data folder's bytes were found to be, as <c>verify --json</c> prints it.</summary>
/// <param name="Whole">Whether every byte is as it was written.</param>
/// <param name="Content">What it holds, kind by kind: how many are whole, and how many are known to be lost.</param>
/// <param name="Faults">What is wrong, a sentence each.</param>
/// <param name="RepairedTo">The folder with what is whole, if one was asked for.</param>
public sealed record VerdictDocument(
    bool Whole, IReadOnlyDictionary<string, VerdictDocument.KindDocument> Content, IReadOnlyList<string> Faults, string? RepairedTo)
{
    /// <summary>The document of a store's verdict.</summary>
    public static VerdictDocument Of(StoreVerdict verdict, string? repairedTo)
    {
        return new VerdictDocument(
            verdict.IsWhole,
            verdict.Content.ToDictionary(kind => kind.Name, kind => new KindDocument(kind.Whole, kind.Lost)),
            verdict.Faults,
            repairedTo);
    }

    /// <summary>How many there are of a kind.</summary>
    public sealed record KindDocument(int Whole, int Lost);
}

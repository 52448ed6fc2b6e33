using GanSweep.Contracts.Silos;

namespace GanSweep.Documents;

/// <summary>How large a coordinator's store is.</summary>
/// <param name="Bytes">Its bytes on disk, with room that is free within it.</param>
/// <param name="Kept">What is kept in it.</param>
public sealed record StoreSizeDocument(long Bytes, IReadOnlyList<StoreSizeDocument.AmountDocument> Kept)
{
    /// <summary>The document of a store.</summary>
    public static StoreSizeDocument Of(StoreStatus store)
    {
        ArgumentNullException.ThrowIfNull(store);
        return new StoreSizeDocument(store.Bytes, [.. store.Kept.Select(amount => new AmountDocument(amount.Kind, amount.Count, amount.Bytes))]);
    }

    /// <summary>The store that it tells of.</summary>
    public StoreStatus ToStatus()
    {
        return new StoreStatus(Bytes, [.. Kept.Select(amount => new StoredAmount(amount.Kind, amount.Count, amount.Bytes))]);
    }

    /// <summary>How much is kept of one kind.</summary>
    /// <param name="Kind">What it is, in the plural: tables, runs, generators.</param>
    /// <param name="Count">How many.</param>
    /// <param name="Bytes">Their bytes; null where they are not measured.</param>
    public sealed record AmountDocument(string Kind, long Count, long? Bytes);
}

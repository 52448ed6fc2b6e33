using GanSweep.Storage.LiteDb;
using GanSweep.Sweeps.Stores;

namespace GanSweep.Silo;

/// <summary>The stores that this program can open: a new kind is added here.</summary>
public static class Stores
{
    /// <summary>Their kinds; new data folders get the first.</summary>
    public static StoreKinds Kinds { get; } = new(new LiteDbStoreKind());
}

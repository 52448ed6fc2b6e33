using GanSweep.Sweeps.Stores;

namespace GanSweep.Storage.LiteDb.Tests.Model;

/// <summary>A write that a model and a store can both do.</summary>
internal sealed record StoreOperation(string Name, Func<ISweepStore, Task> DoAsync)
{
    public override string ToString()
    {
        return Name;
    }
}

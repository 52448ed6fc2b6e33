using GanSweep.Sweeps.Stores;

namespace GanSweep.Sweeps.Testing.Stores;

/// <summary>A write that a model and a store can both do.</summary>
public sealed record StoreOperation(string Name, Func<ISweepStore, Task> DoAsync)
{
    public override string ToString()
    {
        return Name;
    }
}

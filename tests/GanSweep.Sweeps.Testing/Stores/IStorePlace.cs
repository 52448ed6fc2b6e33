using GanSweep.Sweeps.Stores;

namespace GanSweep.Sweeps.Testing.Stores;

/// <summary>Where one store is kept; what is stored in it is gone with it.</summary>
public interface IStorePlace : IDisposable
{
    /// <summary>Opens the store, perhaps only to look; the one that was open before has been disposed of.</summary>
    Task<ISweepStore> OpenAsync(bool readOnly = false);
}

using GanSweep.Sweeps.Stores;
using GanSweep.Sweeps.Testing.Stores;

namespace GanSweep.Sweeps.Tests.Stores;

public sealed class MemorySweepStoreTests : SweepStoreContract
{
    protected override IStorePlace NewPlace()
    {
        return new Place();
    }

    private sealed class Place : IStorePlace
    {
        private readonly MemorySweepStore _store = new();

        public Task<ISweepStore> OpenAsync(bool readOnly = false)
        {
            return Task.FromResult<ISweepStore>(_store);
        }

        public void Dispose()
        {
            // Gone with the garbage.
        }
    }
}

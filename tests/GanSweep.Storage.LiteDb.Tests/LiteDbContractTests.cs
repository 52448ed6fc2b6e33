using GanSweep.Sweeps.Stores;
using GanSweep.Sweeps.Testing.Stores;

namespace GanSweep.Storage.LiteDb.Tests;

public sealed class LiteDbContractTests : SweepStoreContract
{
    protected override IStorePlace NewPlace()
    {
        return new Place();
    }

    private sealed class Place : IStorePlace
    {
        private readonly TemporaryFolder _folder = new();

        public async Task<ISweepStore> OpenAsync(bool readOnly = false)
        {
            return await _folder.OpenAsync(readOnly);
        }

        public void Dispose()
        {
            _folder.Dispose();
        }
    }
}

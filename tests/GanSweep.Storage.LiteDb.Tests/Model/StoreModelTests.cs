using CsCheck;

namespace GanSweep.Storage.LiteDb.Tests.Model;

public class StoreModelTests
{
    [Fact]
    public async Task AnyWrites_InAnyOrder_AreThereAfterReopening()
    {
        await StoreOperations.Any.Array[1, 12].Array[1, 3].SampleAsync(
            async sessions =>
            {
                using TemporaryFolder folder = new();
                await using ModelStore model = new();
                foreach (StoreOperation[] operations in sessions)
                {
                    await using LiteDbSweepStore store = await folder.OpenAsync();
                    foreach (StoreOperation operation in operations)
                    {
                        await operation.DoAsync(model);
                        await operation.DoAsync(store);
                    }

                    Assert.Equal(await StoreContent.OfAsync(model, StoreKeys.Few), await StoreContent.OfAsync(store, StoreKeys.Few));
                }

                await using LiteDbSweepStore reopened = await folder.OpenAsync(readOnly: true);
                Assert.Equal(await StoreContent.OfAsync(model, StoreKeys.Few), await StoreContent.OfAsync(reopened, StoreKeys.Few));
            },
            iter: 25,
            threads: 1);
    }

    [Fact]
    public async Task ConcurrentWrites_OfOneGroup_AreDoneInTheOrderTheyWereAskedFor()
    {
        await StoreOperations.Any.Array[20, 60].SampleAsync(
            async operations =>
            {
                using TemporaryFolder folder = new();
                await using ModelStore model = new();
                await using LiteDbSweepStore store = await folder.OpenAsync();
                foreach (StoreOperation operation in operations)
                {
                    await operation.DoAsync(model);
                }

                await Task.WhenAll([.. operations.Select(operation => operation.DoAsync(store))]);

                Assert.Equal(await StoreContent.OfAsync(model, StoreKeys.Few), await StoreContent.OfAsync(store, StoreKeys.Few));
            },
            iter: 15,
            threads: 1);
    }
}

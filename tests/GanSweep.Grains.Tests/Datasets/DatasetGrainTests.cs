using GanSweep.Contracts.Datasets;
using GanSweep.Grains.Tests.Sweeps;
using GanSweep.Tables;

namespace GanSweep.Grains.Tests.Datasets;

/// <summary>A table that is uploaded in parts.</summary>
public sealed class DatasetGrainTests
{
    [Fact]
    public async Task Append_CutOffTwiceSentAndTooLong_KeepsWhatIsWhole()
    {
        await using SmallCluster cluster = await SmallCluster.StartAsync(slots: 0);
        byte[] content = "a,b\n1,2\n"u8.ToArray();
        IDatasetGrain dataset = cluster.Grains.GetGrain<IDatasetGrain>(DatasetHash.Compute(content));

        Assert.Equal(4, await dataset.AppendAsync(0, content[..4]));
        Assert.Equal(4, await dataset.AppendAsync(0, content[..4]));
        Assert.Equal(4, await dataset.AppendAsync(100, content));
        await Assert.ThrowsAsync<InvalidDatasetException>(() => dataset.AppendAsync(4, new byte[IDatasetGrain.PartLength + 1]));
        await Assert.ThrowsAsync<InvalidDatasetException>(dataset.CommitAsync);
        Assert.Equal(content.Length, await dataset.AppendAsync(0, content));
        await dataset.CommitAsync();
        await dataset.CommitAsync();

        Assert.Equal(content.Length, await dataset.GetLengthAsync());
        await Assert.ThrowsAsync<InvalidDatasetException>(() => cluster.Grains.GetGrain<IDatasetGrain>("x").AppendAsync(0, content));
    }
}

using System.Security.Cryptography;
using System.Text;
using GanSweep.Contracts.Datasets;
using GanSweep.Grains.Datasets;
using GanSweep.Grains.Tests.Sweeps;
using GanSweep.Tables;
using GanSweep.Tables.Formats;
using Microsoft.Extensions.DependencyInjection;

namespace GanSweep.Grains.Tests.Datasets;

/// <summary>A table that is uploaded in parts.</summary>
public sealed class DatasetGrainTests
{
    [Fact]
    public async Task Append_CutOffTwiceSentAndTooLong_KeepsWhatIsWhole()
    {
        await using SmallCluster cluster = await SmallCluster.StartAsync(slots: 0);
        byte[] content = "a,b\n1,2\n3,4\n"u8.ToArray();
        IDatasetGrain dataset = cluster.Grains.GetGrain<IDatasetGrain>(DatasetHash.Of(TableReader.Parse(content, "table")));

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

    [Theory]
    [InlineData("a,b\n1,2\n3,5\n")]
    [InlineData("this is no table")]
    [InlineData("")]
    public async Task Commit_BytesThatAreNotTheTable_KeepsNothing(string sent)
    {
        await using SmallCluster cluster = await SmallCluster.StartAsync(slots: 0);
        IDatasetGrain dataset = cluster.Grains.GetGrain<IDatasetGrain>(DatasetHash.Of(TableReader.Parse("a,b\n1,2\n3,4\n"u8.ToArray(), "table")));

        await dataset.AppendAsync(0, Encoding.UTF8.GetBytes(sent));

        await Assert.ThrowsAsync<InvalidDatasetException>(dataset.CommitAsync);
        Assert.Null(await dataset.GetLengthAsync());
    }

    [Fact]
    public async Task Append_MoreThanAClientMayLeaveUnfinished_IsRefusedUntilItIsLetGo()
    {
        await using SmallCluster cluster = await SmallCluster.StartAsync(slots: 0, configure: services => services.Configure<DatasetOptions>(options =>
        {
            options.MaxUploadedByClient = 100;
            options.MaxUploaded = 150;
        }));
        IDatasetGrain first = cluster.Grains.GetGrain<IDatasetGrain>(new string('1', 64));
        IDatasetGrain second = cluster.Grains.GetGrain<IDatasetGrain>(new string('2', 64));
        await first.AppendAsync(0, new byte[60]);

        InvalidDatasetException refused = await Assert.ThrowsAsync<InvalidDatasetException>(() => second.AppendAsync(0, new byte[60]));

        Assert.StartsWith("This client has 60 bytes of unfinished tables on the coordinator, and 100 are the most.", refused.Message, StringComparison.Ordinal);
        Assert.Equal(40, await second.AppendAsync(0, new byte[40]));

        // What is no table is dropped, and makes room.
        await Assert.ThrowsAsync<InvalidDatasetException>(first.CommitAsync);
        Assert.Equal(100, await second.AppendAsync(40, new byte[60]));
    }

    [Fact]
    public async Task Commit_MoreThanAllTablesMayHave_IsRefused()
    {
        await using SmallCluster cluster = await SmallCluster.StartAsync(
            slots: 0, configure: services => services.Configure<DatasetOptions>(options => options.MaxStored = 20));
        await UploadAsync(cluster, "a,b\n1,2\n3,4\n");

        InvalidDatasetException refused = await Assert.ThrowsAsync<InvalidDatasetException>(() => UploadAsync(cluster, "a,b\n1,2\n3,5\n"));

        Assert.Contains("have 12 bytes, and 20 are the most", refused.Message, StringComparison.Ordinal);
        await UploadAsync(cluster, "a,b\n1,2\n3,4\n");
    }

    [Fact]
    public async Task Commit_UnderTheHashOfTheBytes_IsTakenAsOfOlderClients()
    {
        await using SmallCluster cluster = await SmallCluster.StartAsync(slots: 0);
        byte[] content = "a,b\n1,2\n3,4\n"u8.ToArray();
        IDatasetGrain dataset = cluster.Grains.GetGrain<IDatasetGrain>(Convert.ToHexStringLower(SHA256.HashData(content)));

        await dataset.AppendAsync(0, content);
        await dataset.CommitAsync();

        Assert.Equal(content.Length, await dataset.GetLengthAsync());
    }

    private static async Task UploadAsync(SmallCluster cluster, string table)
    {
        byte[] content = Encoding.UTF8.GetBytes(table);
        IDatasetGrain dataset = cluster.Grains.GetGrain<IDatasetGrain>(DatasetHash.Of(TableReader.Parse(content, "table")));
        if (await dataset.GetLengthAsync() is null)
        {
            await dataset.AppendAsync(0, content);
            await dataset.CommitAsync();
        }
    }
}

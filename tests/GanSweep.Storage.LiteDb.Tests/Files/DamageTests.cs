using CsCheck;
using GanSweep.Contracts.Runs;
using GanSweep.Storage.LiteDb.Files;
using GanSweep.Storage.LiteDb.Tests.Writer;
using GanSweep.Sweeps.Stores;

namespace GanSweep.Storage.LiteDb.Tests.Files;

public sealed class DamageTests : IAsyncLifetime
{
    private const int Last = 30;
    private const int PageSize = 8192;
    private readonly TemporaryFolder _folder = new();
    private byte[] _whole = [];

    public async ValueTask InitializeAsync()
    {
        await using (ISweepStore store = await _folder.OpenAsync())
        {
            await Task.WhenAll([.. Enumerable.Range(1, Last).Select(number => Writes.DoAsync(store, number))]);
        }

        _whole = await File.ReadAllBytesAsync(_folder.Data, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Read_OfAFileWithOverwrittenBytes_IsRightOrSaysDamaged()
    {
        int damaged = 0;
        int pages = _whole.Length / PageSize;
        Random luck = new(1);
        for (int page = 0; page < pages; page++)
        {
            byte[] content = [.. _whole];
            int length = luck.Next(2) == 0 ? 1 : luck.Next(PageSize);
            int start = (page * PageSize) + luck.Next(PageSize - length + 1);
            for (int i = start; i < start + length; i++)
            {
                content[i] ^= (byte)(1 << luck.Next(8));
            }

            damaged += await ReadAllAsync(content);
        }

        // All pages are in use but for those that replaced ones have left.
        Assert.InRange(damaged, pages * 3 / 4, pages);
    }

    [Fact]
    public async Task Read_OfAFileWithAChangedDigit_SaysDamaged()
    {
        int digits = 0;
        byte[] number = "\"BestEpoch\":29"u8.ToArray();
        for (int at = 0; _whole.AsSpan(at).IndexOf(number) is >= 0 and int found; digits++)
        {
            at += found + number.Length;
            byte[] content = [.. _whole];
            content[at - 1] = (byte)'8';
            Assert.Equal(1, await ReadAllAsync(content));
        }

        Assert.InRange(digits, 2, int.MaxValue);
    }

    [Fact]
    public async Task Read_OfATruncatedFile_IsRightOrSaysDamaged()
    {
        int damaged = 0;
        await Gen.Int[0, _whole.Length - 1].SampleAsync(
            async length => damaged += await ReadAllAsync(_whole[..length]),
            iter: 25,
            threads: 1);
        Assert.InRange(damaged, 22, 25);
    }

    [Fact]
    public async Task Read_OfAFileWithTwoPagesSwapped_SaysDamaged()
    {
        byte[] content = [.. _whole];
        for (int page = PageSize; page + (2 * PageSize) <= content.Length; page += 2 * PageSize)
        {
            byte[] first = content[page..(page + PageSize)];
            content.AsSpan(page + PageSize, PageSize).CopyTo(content.AsSpan(page));
            first.CopyTo(content, page + PageSize);
        }

        Assert.NotEqual(0, await ReadAllAsync(content));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(8192)]
    [InlineData(100_000)]
    public async Task Open_OfGarbage_SaysDamagedAndLeavesItAsItIs(int length)
    {
        byte[] garbage = new byte[length];
        new Random(length).NextBytes(garbage);
        await File.WriteAllBytesAsync(_folder.Data, garbage, TestContext.Current.CancellationToken);

        StoreDamagedException exception = await Assert.ThrowsAsync<StoreDamagedException>(() => _folder.OpenAsync());

        Assert.Equal(_folder.Data, exception.StoreFile);
        Assert.Contains(_folder.Data, exception.Message, StringComparison.Ordinal);
        Assert.Equal(garbage, await File.ReadAllBytesAsync(_folder.Data, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Open_OfADatabaseOfSomebodyElse_SaysDamaged()
    {
        using (LiteDB.LiteDatabase foreign = new(Path.Combine(_folder.Path, "foreign.db")))
        {
            foreign.GetCollection("meta").Insert(new LiteDB.BsonDocument { ["_id"] = "format", ["version"] = 1 });
        }

        File.Move(Path.Combine(_folder.Path, "foreign.db"), _folder.Data, overwrite: true);

        await Assert.ThrowsAsync<StoreDamagedException>(() => _folder.OpenAsync());
    }

    [Fact]
    public async Task Open_OfANewerFormat_SaysToUseANewerVersion()
    {
        using (FileStream logFile = File.Open(_folder.Log, FileMode.Open))
        using (FileStream dataFile = File.Open(_folder.Data, FileMode.Open))
        using (WriteAheadLog log = new(logFile))
        using (DataFile data = new(dataFile, log))
        using (LiteDB.LiteDatabase newer = new(data, logStream: log))
        {
            newer.GetCollection("meta").Update(new LiteDB.BsonDocument { ["_id"] = "format", ["version"] = 4 });
            newer.Checkpoint();
        }

        StoreDamagedException exception = await Assert.ThrowsAsync<StoreDamagedException>(() => _folder.OpenAsync());

        Assert.Equal(
            $"The store {_folder.Data} has format 4, and this version of GanSweep knows formats up to 3. "
            + "Use a newer version, or name another folder with --data DIR.",
            exception.Message);
    }

    [Fact]
    public async Task Open_OfALogWithoutItsData_SaysDamaged()
    {
        File.Delete(_folder.Data);
        await File.WriteAllBytesAsync(_folder.Log, new byte[8192], TestContext.Current.CancellationToken);

        StoreDamagedException exception = await Assert.ThrowsAsync<StoreDamagedException>(() => _folder.OpenAsync());

        Assert.Equal(_folder.Log, exception.StoreFile);
    }

    [Fact]
    public async Task Open_OfASealedLogWithAChangedByte_SaysDamaged()
    {
        // The disk fills up when the first page of the log was to go to its place: the log is sealed and stays.
        FailingDisk disk = new();
        await using (LiteDbSweepStore store = await LiteDbSweepStore.OpenAsync(
            new FailingFiles(_folder.Path, disk), new StoreOptions { Folder = _folder.Path }))
        {
            disk.FullFile = Path.GetFileName(_folder.Data);
            await Assert.ThrowsAsync<StoreWriteException>(() => Writes.DoAsync(store, Last + 1));
        }

        byte[] log = await File.ReadAllBytesAsync(_folder.Log, TestContext.Current.CancellationToken);
        Assert.InRange(log.Length, 8192, int.MaxValue);
        log[5000] ^= 1;
        await File.WriteAllBytesAsync(_folder.Log, log, TestContext.Current.CancellationToken);

        StoreDamagedException exception = await Assert.ThrowsAsync<StoreDamagedException>(() => _folder.OpenAsync());

        Assert.Equal(_folder.Log, exception.StoreFile);
    }

    [Fact]
    public async Task ReadCheckpoint_ThatIsDamaged_IsNullOnceAndForAll()
    {
        byte[] content = [.. Enumerable.Repeat((byte)0xA5, 30_000)];
        await using (ISweepStore store = await _folder.OpenAsync())
        {
            await store.SaveCheckpointAsync("damaged", 1, content);
        }

        byte[] file = await File.ReadAllBytesAsync(_folder.Data, TestContext.Current.CancellationToken);
        // One page of the checkpoint holds nothing else: a byte of it is changed.
        file[file.AsSpan().IndexOf(content.AsSpan(0, 8000)) + 4000] ^= 1;
        await File.WriteAllBytesAsync(_folder.Data, file, TestContext.Current.CancellationToken);

        await using ISweepStore reopened = await _folder.OpenAsync();
        Assert.Null(await reopened.ReadCheckpointAsync("damaged"));
        await reopened.SaveCheckpointAsync("damaged", 2, [1, 2, 3]);
        RunCheckpoint again = Assert.IsType<RunCheckpoint>(await reopened.ReadCheckpointAsync("damaged"));
        Assert.Equal(2, again.Epoch);
        Assert.Equal([1, 2, 3], again.Content);
        await NumberedWrites.AssertAsync(reopened, [.. Enumerable.Range(1, Last)], Last);
    }

    /// <returns>How often damage was said: 0 if all was read, and right.</returns>
    private static async Task<int> ReadAllAsync(byte[] content)
    {
        using TemporaryFolder folder = new();
        await File.WriteAllBytesAsync(folder.Data, content, TestContext.Current.CancellationToken);
        try
        {
            await using ISweepStore store = await folder.OpenAsync(readOnly: true);
            await NumberedWrites.AssertAsync(store, [.. Enumerable.Range(1, Last)], Last);
            Assert.Equal(Last / 2, (await store.ListResultsAsync(Writes.DatasetHash)).Count);
            return 0;
        }
        catch (StoreDamagedException exception)
        {
            Assert.Contains(folder.Data, exception.Message, StringComparison.Ordinal);
            return 1;
        }
    }
}

using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Storage.LiteDb.Tests.Writer;
using GanSweep.Sweeps.Stores;

namespace GanSweep.Storage.LiteDb.Tests;

public sealed class LiteDbSweepStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _folder.Dispose();
    }

    [Fact]
    public async Task Open_TwiceInOneProcess_SaysInUse()
    {
        await using ISweepStore store = await _folder.OpenAsync();

        StoreInUseException exception = await Assert.ThrowsAsync<StoreInUseException>(() => _folder.OpenAsync());

        Assert.Equal(Environment.ProcessId, exception.ProcessId);
        Assert.Null(exception.Endpoint);
    }

    // Who deletes a file takes nothing from whoever writes to it, and everything from all who come after.
    [Theory]
    [InlineData("folder deleted", "gansweep.lock")]
    [InlineData("folder moved", "gansweep.lock")]
    [InlineData("lock deleted", "gansweep.lock")]
    [InlineData("data deleted", "gansweep.db")]
    [InlineData("data replaced", "gansweep.db")]
    [InlineData("log deleted", "gansweep-log.db")]
    public async Task Write_FilesThatAreNoLongerAtTheirPath_IsNotAcknowledged(string loss, string file)
    {
        await using ISweepStore store = await _folder.OpenAsync();
        await Writes.DoAsync(store, 1);

        Lose(loss);

        for (int i = 0; i < 2; i++)
        {
            StoreGoneException gone = await Assert.ThrowsAsync<StoreGoneException>(() => Writes.DoAsync(store, 2));
            Assert.Contains($"{file} was deleted, renamed or replaced", gone.Message, StringComparison.Ordinal);
            await Assert.ThrowsAsync<StoreGoneException>(store.ListSweepsAsync);
            await Assert.ThrowsAsync<StoreGoneException>(store.CheckAsync);
        }

        if (Directory.Exists(_folder.Path + "-moved"))
        {
            Directory.Move(_folder.Path + "-moved", _folder.Path);
            await store.CheckAsync();
            await Writes.DoAsync(store, 2);
        }
    }

    [Fact]
    public async Task Open_LockThatCannotBeTaken_IsCalledWhatItIs()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "gansweep.lock"));

        StoreFolderException refused = await Assert.ThrowsAsync<StoreFolderException>(() => _folder.OpenAsync());

        Assert.Contains("gansweep.lock'", refused.Message, StringComparison.Ordinal);
        Assert.Contains(". Name another folder", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_OfAFile_SaysThatItIsNoFolder()
    {
        string file = Path.Combine(_folder.Path, "file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);

        StoreFolderException exception = await Assert.ThrowsAsync<StoreFolderException>(
            () => new LiteDbStoreKind().OpenAsync(new StoreOptions { Folder = file }, TestContext.Current.CancellationToken));

        Assert.Equal(file, exception.Folder);
    }

    [Fact]
    public async Task Open_ToLookOnlyWhereThereIsNoStore_SaysSoAndCreatesNothing()
    {
        Assert.False(new LiteDbStoreKind().IsIn(_folder.Path));

        await Assert.ThrowsAsync<StoreFolderException>(() => _folder.OpenAsync(readOnly: true));

        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task Open_ToLookOnly_ReadsAndLeavesNoTraceAndRefusesWrites()
    {
        await using (ISweepStore writer = await _folder.OpenAsync())
        {
            await Writes.DoAsync(writer, 1);
        }

        Assert.True(new LiteDbStoreKind().IsIn(_folder.Path));
        File.Delete(_folder.Log);
        string[] before = Directory.GetFiles(_folder.Path);
        byte[] content = await File.ReadAllBytesAsync(_folder.Data, TestContext.Current.CancellationToken);

        await using (ISweepStore store = await _folder.OpenAsync(readOnly: true))
        {
            await NumberedWrites.AssertAsync(store, [1], 1);
            await Assert.ThrowsAsync<InvalidOperationException>(() => Writes.DoAsync(store, 2));
        }

        Assert.Equal(before, Directory.GetFiles(_folder.Path));
        Assert.Equal(content, await File.ReadAllBytesAsync(_folder.Data, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Dispose_WithWritesUnderWay_FinishesThemAndRefusesOthers()
    {
        ISweepStore store = await _folder.OpenAsync();
        Task[] writes = [.. Enumerable.Range(1, 20).Select(number => Writes.DoAsync(store, number))];
        await store.DisposeAsync();
        await Task.WhenAll(writes);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => Writes.DoAsync(store, 21));
        await store.DisposeAsync();

        await using ISweepStore reopened = await _folder.OpenAsync();
        await NumberedWrites.AssertAsync(reopened, [.. Enumerable.Range(1, 20)], 20);
    }

    [Fact]
    public async Task Write_ThatFails_FailsAloneInItsGroup()
    {
        await using ISweepStore store = await _folder.OpenAsync();
        StoredSweep unkeepable = new(
            new string('x', 5000), "{}", Writes.DatasetHash, SweepState.Running, DateTimeOffset.UnixEpoch, null, new SweepCounts(0, 0, 0, 0, 0, 0), null);
        Task[] before = [.. Enumerable.Range(1, 5).Select(number => Writes.DoAsync(store, number))];
        Task failing = store.SaveSweepAsync(unkeepable);
        Task[] after = [.. Enumerable.Range(6, 5).Select(number => Writes.DoAsync(store, number))];

        await Assert.ThrowsAsync<InvalidOperationException>(() => failing);
        await Task.WhenAll([.. before, .. after]);
        await store.DisposeAsync();

        await using ISweepStore reopened = await _folder.OpenAsync();
        await NumberedWrites.AssertAsync(reopened, [.. Enumerable.Range(1, 10)], 10);
        Assert.Empty(await reopened.ListSweepsAsync());
    }

    [Fact]
    public async Task CompleteRun_GeneratorDisplacesTheLast_ItsBytesAreUsedAgain()
    {
        const int Length = 200_000;
        const int Runs = 30;
        await using ISweepStore store = await _folder.OpenAsync();
        for (int run = 1; run <= Runs; run++)
        {
            await store.CompleteRunAsync(new RunCompletion(
                Writes.SweepId,
                Writes.Run(run),
                new RunSpec(Writes.Configuration, run, Writes.DatasetHash, 2000),
                Writes.Result(run),
                new byte[Length],
                run == 1 ? [] : [Writes.Key(run - 1)]));
        }

        Assert.Null(await store.ReadGeneratorAsync(Writes.Key(Runs - 1)));
        Assert.Equal(Length, (await store.ReadGeneratorAsync(Writes.Key(Runs)))?.Length);
        Assert.InRange(new FileInfo(_folder.Data).Length, Length, 4 * Length);
    }

    [Fact]
    public async Task SaveCheckpoint_AgainAndAgain_DoesNotGrowTheFile()
    {
        await using ISweepStore store = await _folder.OpenAsync();
        byte[] content = new byte[100_000];
        for (int epoch = 1; epoch <= 5; epoch++)
        {
            await store.SaveCheckpointAsync("key", epoch, content);
        }

        long length = new FileInfo(_folder.Data).Length;
        for (int epoch = 6; epoch <= 40; epoch++)
        {
            await store.SaveCheckpointAsync("key", epoch, content);
        }

        Assert.Equal(length, new FileInfo(_folder.Data).Length);
        Assert.Equal(0, new FileInfo(_folder.Log).Length);
    }

    private void Lose(string loss)
    {
        switch (loss)
        {
            case "folder deleted":
                Directory.Delete(_folder.Path, recursive: true);
                Directory.CreateDirectory(_folder.Path);
                break;
            case "folder moved":
                Directory.Move(_folder.Path, _folder.Path + "-moved");
                break;
            case "lock deleted":
                File.Delete(Path.Combine(_folder.Path, "gansweep.lock"));
                break;
            case "data deleted":
                File.Delete(_folder.Data);
                break;
            case "data replaced":
                File.Copy(_folder.Data, _folder.Data + ".copy");
                File.Move(_folder.Data + ".copy", _folder.Data, overwrite: true);
                break;
            default:
                File.Delete(_folder.Log);
                break;
        }
    }
}

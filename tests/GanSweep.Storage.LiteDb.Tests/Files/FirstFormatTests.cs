using GanSweep.Storage.LiteDb.Files;
using GanSweep.Storage.LiteDb.Tests.Writer;
using GanSweep.Sweeps.Stores;
using LiteDB;

namespace GanSweep.Storage.LiteDb.Tests.Files;

/// <summary>Stores of format 1, whose results have run keys as ids, are read as they are.</summary>
public sealed class FirstFormatTests : IAsyncLifetime
{
    private const int Last = 9;
    private readonly TemporaryFolder _folder = new();

    public async ValueTask InitializeAsync()
    {
        await WriteAsync(1, Last);
        Change(database =>
        {
            ILiteCollection<BsonDocument> results = database.GetCollection("results");
            foreach (BsonDocument result in results.FindAll().ToList())
            {
                results.Delete(result["_id"]);
                result["_id"] = result["_id"].AsString.Split('/')[1];
                results.Insert(result);
            }

            database.GetCollection("meta").Update(new BsonDocument { ["_id"] = "format", ["version"] = 1 });
        });
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Open_ToLookOnly_ReadsItAndLeavesItAsItIs()
    {
        byte[] content = await File.ReadAllBytesAsync(_folder.Data, TestContext.Current.CancellationToken);

        await using (ISweepStore store = await _folder.OpenAsync(readOnly: true))
        {
            await NumberedWrites.AssertAsync(store, [.. Enumerable.Range(1, Last)], Last);
        }

        Assert.Equal(content, await File.ReadAllBytesAsync(_folder.Data, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Write_BesideOldResults_KeepsThemOnceEachAndMakesItTheNewFormat()
    {
        await WriteAsync(1, Last * 2);

        await using (ISweepStore store = await _folder.OpenAsync())
        {
            await NumberedWrites.AssertAsync(store, [.. Enumerable.Range(1, Last * 2)], Last * 2);
            Assert.Equal(Last, (await store.ListResultsAsync(Writes.DatasetHash)).Count);
            HashSet<string> known = [Writes.Key(1), Writes.Key(Last * 2 - 1)];
            Assert.Equal(Last - 2, (await store.ListResultsAsync(Writes.DatasetHash, known)).Count);
        }

        Change(database => Assert.Equal(3, database.GetCollection("meta").FindById("format")["version"].AsInt32));
    }

    // Odd writes complete a run, so there are as many results as half of the writes.
    private async Task WriteAsync(int first, int last)
    {
        await using ISweepStore store = await _folder.OpenAsync();
        await Task.WhenAll([.. Enumerable.Range(first, last - first + 1).Select(number => Writes.DoAsync(store, number))]);
    }

    private void Change(Action<LiteDatabase> change)
    {
        using FileStream logFile = File.Open(_folder.Log, FileMode.Open);
        using FileStream dataFile = File.Open(_folder.Data, FileMode.Open);
        using WriteAheadLog log = new(logFile);
        using DataFile data = new(dataFile, log);
        using LiteDatabase database = new(data, logStream: log);
        change(database);
        database.Checkpoint();
    }
}

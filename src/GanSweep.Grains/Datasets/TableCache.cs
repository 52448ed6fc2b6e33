using System.Buffers;
using System.Collections.Concurrent;
using GanSweep.Contracts.Datasets;
using GanSweep.Tables;
using GanSweep.Tables.Formats;

namespace GanSweep.Grains.Datasets;

/// <summary>The tables that this silo trains on, fetched from the coordinator once each and verified by their hash.</summary>
internal sealed class TableCache(IGrainFactory grains)
{
    private const int Capacity = 4;

    private readonly ConcurrentDictionary<string, Task<Table>> _tables = [];

    /// <summary>A table by the hash of its file.</summary>
    /// <exception cref="InvalidDatasetException">The coordinator does not hold the file, or sent other bytes.</exception>
    public async Task<Table> GetAsync(string datasetHash)
    {
        if (_tables.Count > Capacity)
        {
            _tables.Clear();
        }

        Task<Table> table = _tables.GetOrAdd(datasetHash, FetchAsync);
        try
        {
            return await table;
        }
        catch
        {
            // Not kept, so that the next attempt asks again.
            _tables.TryRemove(KeyValuePair.Create(datasetHash, table));
            throw;
        }
    }

    private async Task<Table> FetchAsync(string datasetHash)
    {
        IDatasetGrain dataset = grains.GetGrain<IDatasetGrain>(datasetHash);
        if (TablesInMemory.TryFind(datasetHash, out Table? known) && await dataset.GetLengthAsync() is not null)
        {
            return known;
        }

        ArrayBufferWriter<byte> content = new();
        while (await dataset.ReadAsync(content.WrittenCount) is { Length: > 0 } part)
        {
            content.Write(part);
        }

        return await UploadedTable.ReadAsync(datasetHash, content.WrittenMemory);
    }
}

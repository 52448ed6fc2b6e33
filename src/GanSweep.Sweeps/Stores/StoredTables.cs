using GanSweep.Contracts.Sweeps;
using GanSweep.Tables;
using GanSweep.Tables.Formats;
using GanSweep.Tables.Options;

namespace GanSweep.Sweeps.Stores;

/// <summary>Stored tables, read.</summary>
public static class StoredTables
{
    /// <summary>A table by the hash of its file.</summary>
    /// <exception cref="InvalidSubmissionException">The store does not hold it, or it is not a table.</exception>
    public static async Task<Table> ReadTableAsync(this ISweepStore store, string datasetHash)
    {
        if (TablesInMemory.TryFind(datasetHash, out Table? known) && await store.GetDatasetLengthAsync(datasetHash) is not null)
        {
            return known;
        }

        byte[] content = await store.ReadDatasetAsync(datasetHash)
            ?? throw new InvalidSubmissionException($"The store does not hold the table {datasetHash}. Upload it before the sweep is submitted.");
        try
        {
            Table table = TableReader.Parse(content, $"table {datasetHash}", ReadOptions.OfNumbers);
            TablesInMemory.Share(datasetHash, table);
            return table;
        }
        catch (TableException invalid)
        {
            throw new InvalidSubmissionException(invalid.Message);
        }
    }
}

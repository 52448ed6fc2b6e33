using GanSweep.Contracts.Sweeps;
using GanSweep.Tables;
using GanSweep.Tables.Formats;

namespace GanSweep.Sweeps.Stores;

/// <summary>Stored tables, read.</summary>
internal static class StoredTables
{
    /// <summary>A table by the hash of its file.</summary>
    /// <exception cref="InvalidSubmissionException">The store does not hold it, or it is not a table.</exception>
    public static async Task<Table> ReadTableAsync(this ISweepStore store, string datasetHash)
    {
        byte[] content = await store.ReadDatasetAsync(datasetHash)
            ?? throw new InvalidSubmissionException($"The store does not hold the table {datasetHash}. Upload it before the sweep is submitted.");
        try
        {
            return TableReader.Parse(content, $"table {datasetHash}");
        }
        catch (TableException invalid)
        {
            throw new InvalidSubmissionException(invalid.Message);
        }
    }
}

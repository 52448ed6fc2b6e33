using GanSweep.Contracts.Datasets;
using GanSweep.Grains.Threads;
using GanSweep.Tables;
using GanSweep.Tables.Formats;
using GanSweep.Tables.Options;

namespace GanSweep.Grains.Datasets;

/// <summary>A table that came over the wire.</summary>
internal static class UploadedTable
{
    /// <summary>Reads it, away from the pool's threads: a large one takes seconds.</summary>
    /// <param name="hash">The name under which it came.</param>
    /// <param name="content">Its file.</param>
    /// <exception cref="InvalidDatasetException">It is not a table, or not the one of that name.</exception>
    public static Task<Table> ReadAsync(string hash, ReadOnlyMemory<byte> content)
    {
        return LongTask.RunAsync(() => Read(hash, content));
    }

    private static Table Read(string hash, ReadOnlyMemory<byte> content)
    {
        if (TablesInMemory.TryFind(hash, out Table? known) && DatasetHash.NamesBytes(hash, content.Span))
        {
            return known;
        }

        Table table;
        try
        {
            table = TableReader.Parse(content, $"table {hash}", ReadOptions.OfNumbers);
        }
        catch (TableException invalid)
        {
            throw new InvalidDatasetException($"What arrived under the name of table {hash} is none, or is not whole: {invalid.Message}");
        }

        if (DatasetHash.Names(hash, table, content.Span))
        {
            TablesInMemory.Share(hash, table);
            return table;
        }

        throw new InvalidDatasetException($"What arrived under the name of table {hash} is table {DatasetHash.Of(table)}: it is not whole. Send it again.");
    }
}

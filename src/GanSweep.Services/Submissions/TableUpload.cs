using GanSweep.Contracts.Datasets;
using GanSweep.Tables;
using GanSweep.Tables.Formats;

namespace GanSweep.Services.Submissions;

/// <summary>Brings a table to a coordinator, if its store lacks it.</summary>
public static class TableUpload
{
    /// <summary>Sends the table's canonical bytes part by part; what another client, or an earlier try, has sent already is not sent again.</summary>
    /// <param name="dataset">The grain of the table's hash.</param>
    /// <param name="table">The table.</param>
    /// <param name="begins">Is told how many bytes there are to send, and gives who is told of those that are there.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidDatasetException">The coordinator does not take it.</exception>
    public static async Task EnsureAsync(IDatasetGrain dataset, Table table, Func<long, Action<long>> begins, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(begins);
        if (await dataset.GetLengthAsync().WaitAsync(cancellationToken) is not null)
        {
            return;
        }

        ReadOnlyMemory<byte> content = CanonicalTable.Write(table);
        Action<long> told = begins(content.Length);
        await SendAsync(dataset, content, told, cancellationToken);
        try
        {
            await dataset.CommitAsync().WaitAsync(cancellationToken);
        }
        catch (InvalidDatasetException)
        {
            // Somebody had begun to upload other bytes under this table's hash. They are dropped by now.
            await SendAsync(dataset, content, told, cancellationToken);
            await dataset.CommitAsync().WaitAsync(cancellationToken);
        }
    }

    private static async Task SendAsync(IDatasetGrain dataset, ReadOnlyMemory<byte> content, Action<long> told, CancellationToken cancellationToken)
    {
        // The coordinator says where to go on.
        for (long offset = 0; offset < content.Length;)
        {
            byte[] part = content[(int)offset..(int)Math.Min(offset + IDatasetGrain.PartLength, content.Length)].ToArray();
            offset = await dataset.AppendAsync(offset, part).WaitAsync(cancellationToken);
            told(offset);
        }
    }
}

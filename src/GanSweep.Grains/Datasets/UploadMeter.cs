using GanSweep.Contracts.Datasets;
using GanSweep.Tables.Text;
using Microsoft.Extensions.Options;

namespace GanSweep.Grains.Datasets;

/// <summary>The bytes of uploads that are not committed: they are in the coordinator's memory, which no client may fill.</summary>
/// <param name="options">How many are taken.</param>
internal sealed class UploadMeter(IOptions<DatasetOptions> options)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, long> _byClient = [];
    private long _total;

    /// <summary>Counts bytes in.</summary>
    /// <param name="client">Who sends them.</param>
    /// <param name="bytes">How many.</param>
    /// <exception cref="InvalidDatasetException">They would be too many, of this client or in total.</exception>
    public void Add(string client, long bytes)
    {
        DatasetOptions most = options.Value;
        lock (_lock)
        {
            long ofClient = _byClient.GetValueOrDefault(client) + bytes;
            if (ofClient > most.MaxUploadedByClient)
            {
                throw new InvalidDatasetException(
                    $"This client has {Amount.Of(ofClient - bytes, "byte")} of unfinished tables on the coordinator, and {most.MaxUploadedByClient:N0} are the most. "
                    + "What it has left unfinished is dropped within minutes; try again then.");
            }

            if (_total + bytes > most.MaxUploaded)
            {
                throw new InvalidDatasetException(
                    $"The coordinator has {Amount.Of(_total, "byte")} of unfinished tables from all its clients, and {most.MaxUploaded:N0} are the most. Try again in a few minutes.");
            }

            _byClient[client] = ofClient;
            _total += bytes;
        }
    }

    /// <summary>Counts bytes out.</summary>
    public void Release(string client, long bytes)
    {
        lock (_lock)
        {
            _total -= bytes;
            if ((_byClient[client] -= bytes) == 0)
            {
                _byClient.Remove(client);
            }
        }
    }
}

using System.Buffers;

namespace GanSweep.Grains.Datasets;

/// <summary>A table's file on its way, by one client or by several that send the same. Its bytes are counted as long as it is there.</summary>
/// <param name="meter">Counts them.</param>
internal sealed class Upload(UploadMeter meter) : IDisposable
{
    private readonly ArrayBufferWriter<byte> _content = new();
    private readonly Dictionary<string, long> _byClient = [];

    /// <summary>How many bytes are there.</summary>
    public int Length => _content.WrittenCount;

    /// <summary>What is there.</summary>
    public byte[] Content => _content.WrittenSpan.ToArray();

    /// <summary>Appends a part.</summary>
    public void Append(string client, ReadOnlySpan<byte> part)
    {
        meter.Add(client, part.Length);
        _byClient[client] = _byClient.GetValueOrDefault(client) + part.Length;
        _content.Write(part);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach ((string client, long bytes) in _byClient)
        {
            meter.Release(client, bytes);
        }

        _byClient.Clear();
    }
}

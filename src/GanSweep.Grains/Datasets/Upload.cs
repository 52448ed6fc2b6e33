namespace GanSweep.Grains.Datasets;

/// <summary>A table's file on its way, by one client or by several that send the same. Its bytes are counted as long as it is there.</summary>
/// <param name="meter">Counts them.</param>
internal sealed class Upload(UploadMeter meter) : IDisposable
{
    private readonly UploadBuffer _content = new();
    private readonly Dictionary<string, long> _byClient = [];

    /// <summary>How many bytes are there.</summary>
    public int Length => _content.Length;

    /// <summary>What is there: until more is appended, or it is disposed of.</summary>
    public ReadOnlyMemory<byte> Content => _content.Memory;

    /// <summary>Appends a part.</summary>
    public void Append(string client, byte[] part)
    {
        meter.Add(client, part.Length);
        _byClient[client] = _byClient.GetValueOrDefault(client) + part.Length;
        _content.Append(part);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach ((string client, long bytes) in _byClient)
        {
            meter.Release(client, bytes);
        }

        _byClient.Clear();
        ((IDisposable)_content).Dispose();
    }
}

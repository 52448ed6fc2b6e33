namespace GanSweep.Grains.Datasets;

/// <summary>A table's file on its way, by one client or by several that send the same. Its bytes are counted as long as it is there.</summary>
/// <param name="meter">Counts them.</param>
internal sealed class Upload(UploadMeter meter) : IDisposable
{
    private readonly List<byte[]> _parts = [];
    private readonly Dictionary<string, long> _byClient = [];

    /// <summary>How many bytes are there.</summary>
    public int Length { get; private set; }

    /// <summary>What is there.</summary>
    public byte[] Content
    {
        get
        {
            byte[] content = GC.AllocateUninitializedArray<byte>(Length);
            int start = 0;
            foreach (byte[] part in _parts)
            {
                part.CopyTo(content, start);
                start += part.Length;
            }

            return content;
        }
    }

    /// <summary>Appends a part.</summary>
    public void Append(string client, byte[] part)
    {
        meter.Add(client, part.Length);
        _byClient[client] = _byClient.GetValueOrDefault(client) + part.Length;
        _parts.Add(part);
        Length += part.Length;
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

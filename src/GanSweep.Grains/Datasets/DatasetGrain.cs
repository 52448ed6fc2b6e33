using System.Buffers;
using GanSweep.Contracts.Datasets;
using GanSweep.Grains.Placement;
using GanSweep.Sweeps.Stores;
using GanSweep.Tables;
using Microsoft.Extensions.Options;

namespace GanSweep.Grains.Datasets;

/// <summary>A table's file on the coordinator. An upload is in memory until it is committed; a table that is read stays until the grain idles.</summary>
[CoordinatorPlacement]
internal sealed class DatasetGrain(ISweepStore store, IOptions<DatasetOptions> options) : Grain, IDatasetGrain
{
    private ArrayBufferWriter<byte>? _upload;
    private byte[]? _content;

    private string Hash => this.GetPrimaryKeyString();

    /// <inheritdoc/>
    public Task<long?> GetLengthAsync()
    {
        return store.GetDatasetLengthAsync(Hash);
    }

    /// <inheritdoc/>
    public Task<long> AppendAsync(long offset, byte[] part)
    {
        ArgumentNullException.ThrowIfNull(part);
        if (!DatasetHash.IsHash(Hash))
        {
            DeactivateOnIdle();
            throw new InvalidDatasetException($"'{Hash}' is not the hash of a table: 64 hexadecimal digits.");
        }

        _upload ??= new ArrayBufferWriter<byte>();
        if (offset != _upload.WrittenCount)
        {
            return Task.FromResult<long>(_upload.WrittenCount);
        }

        if (part.Length > IDatasetGrain.PartLength)
        {
            throw new InvalidDatasetException($"A part of table {Hash} has {part.Length:N0} bytes; at most {IDatasetGrain.PartLength:N0} are taken at once.");
        }

        if (offset + part.Length > options.Value.MaxLength)
        {
            _upload = null;
            throw new InvalidDatasetException($"The table {Hash} has more than {options.Value.MaxLength:N0} bytes, which is the most this coordinator takes.");
        }

        _upload.Write(part);
        return Task.FromResult<long>(_upload.WrittenCount);
    }

    /// <inheritdoc/>
    public async Task CommitAsync()
    {
        if (_upload is null && await GetLengthAsync() is not null)
        {
            // Another client that sent the same table was first.
            return;
        }

        byte[] content = _upload?.WrittenSpan.ToArray() ?? [];
        _upload = null;
        await UploadedTable.ReadAsync(Hash, content);
        await store.SaveDatasetAsync(Hash, content);
    }

    /// <inheritdoc/>
    public async Task<byte[]> ReadAsync(long offset)
    {
        _content ??= await store.ReadDatasetAsync(Hash)
            ?? throw new InvalidDatasetException($"The store does not hold table {Hash}. Submit the sweep again: that uploads it.");
        int from = (int)Math.Clamp(offset, 0, _content.Length);
        return _content[from..Math.Min(from + IDatasetGrain.PartLength, _content.Length)];
    }
}

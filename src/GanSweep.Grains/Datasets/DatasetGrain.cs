using GanSweep.Contracts.Datasets;
using GanSweep.Grains.Placement;
using GanSweep.Grains.Threads;
using GanSweep.Sweeps.Stores;
using GanSweep.Tables;
using GanSweep.Tables.Formats;
using Microsoft.Extensions.Options;

namespace GanSweep.Grains.Datasets;

/// <summary>A table's file on the coordinator. An upload is in memory until it is committed, a table that is read is too: both are let go when the grain idles.</summary>
[CoordinatorPlacement]
[CollectionAgeLimit(Minutes = 5)]
internal sealed class DatasetGrain(ISweepStore store, UploadMeter meter, IOptions<DatasetOptions> options) : Grain, IDatasetGrain, IIncomingGrainCallFilter
{
    private Upload? _upload;
    private Func<long, byte[]>? _parts;
    private string _caller = "";

    private string Hash => this.GetPrimaryKeyString();

    /// <summary>Notes who calls: uploads are counted by client.</summary>
    public Task Invoke(IIncomingGrainCallContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        _caller = $"{context.SourceId}";
        return context.Invoke();
    }

    /// <inheritdoc/>
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        Drop();
        return base.OnDeactivateAsync(reason, cancellationToken);
    }

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

        _upload ??= new Upload(meter);
        if (offset != _upload.Length)
        {
            return Task.FromResult<long>(_upload.Length);
        }

        if (part.Length > IDatasetGrain.PartLength)
        {
            throw new InvalidDatasetException($"A part of table {Hash} has {part.Length:N0} bytes; at most {IDatasetGrain.PartLength:N0} are taken at once.");
        }

        if (offset + part.Length > options.Value.MaxLength)
        {
            Drop();
            throw new InvalidDatasetException($"The table {Hash} has more than {options.Value.MaxLength:N0} bytes, which is the most this coordinator takes.");
        }

        _upload.Append(_caller, part);
        return Task.FromResult<long>(_upload.Length);
    }

    /// <inheritdoc/>
    public async Task CommitAsync()
    {
        if (_upload is null && await GetLengthAsync() is not null)
        {
            // Another client that sent the same table was first.
            return;
        }

        // Nobody else's from here on: its bytes are given back when the store has them, or they are refused.
        using Upload? upload = _upload;
        _upload = null;
        ReadOnlyMemory<byte> content = upload?.Content ?? default;
        await UploadedTable.ReadAsync(Hash, content);
        long stored = await store.GetDatasetsLengthAsync();
        if (stored + content.Length > options.Value.MaxStored)
        {
            throw new InvalidDatasetException(
                $"The tables of this coordinator have {stored:N0} bytes, and {options.Value.MaxStored:N0} are the most: table {Hash} has no room. Start a coordinator with a data folder of its own for it.");
        }

        await store.SaveDatasetAsync(Hash, content);
    }

    /// <inheritdoc/>
    public async Task<byte[]> ReadAsync(long offset)
    {
        return (_parts ??= await OpenAsync())(Math.Max(offset, 0));
    }

    // A table that the coordinator has in memory is made into bytes part by part; else, and where the store has the bytes of another form, they are read.
    private async Task<Func<long, byte[]>> OpenAsync()
    {
        if (TablesInMemory.TryFind(Hash, out Table? table) && await GetLengthAsync() is not null && await LongTask.RunAsync(() => DatasetHash.Of(table) == Hash))
        {
            return offset => CanonicalTable.Part(table, offset, IDatasetGrain.PartLength);
        }

        byte[] content = await store.ReadDatasetAsync(Hash)
            ?? throw new InvalidDatasetException($"The store does not hold table {Hash}. Submit the sweep again: that uploads it.");
        return offset => content[(int)Math.Min(offset, content.Length)..(int)Math.Min(offset + IDatasetGrain.PartLength, content.Length)];
    }

    private void Drop()
    {
        _upload?.Dispose();
        _upload = null;
    }
}

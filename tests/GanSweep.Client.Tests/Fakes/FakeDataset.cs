using GanSweep.Contracts.Datasets;
using GanSweep.Tables;
using GanSweep.Tables.Formats;

namespace GanSweep.Client.Tests.Fakes;

/// <summary>A table's file that is uploaded as a coordinator takes it.</summary>
internal sealed class FakeDataset(string hash) : IDatasetGrain
{
    private List<byte> _upload = [];

    /// <summary>The parts that were taken.</summary>
    public List<byte[]> Parts { get; } = [];

    /// <summary>How often it was committed, successfully or not.</summary>
    public int Commits { get; private set; }

    /// <summary>What is stored.</summary>
    public byte[]? Content { get; set; }

    /// <summary>Thrown by the next calls that append, one each, after the part was taken: an answer that gets lost.</summary>
    public Queue<Exception> LostAnswers { get; } = [];

    /// <summary>Has bytes there already, as of somebody who had begun an upload.</summary>
    public void Begin(ReadOnlySpan<byte> bytes)
    {
        _upload.AddRange(bytes);
    }

    public Task<long?> GetLengthAsync() => Task.FromResult<long?>(Content?.Length);

    public Task<long> AppendAsync(long offset, byte[] part)
    {
        Assert.InRange(part.Length, 1, IDatasetGrain.PartLength);
        if (offset == _upload.Count)
        {
            Parts.Add(part);
            _upload.AddRange(part);
        }

        return LostAnswers.TryDequeue(out Exception? lost) ? Task.FromException<long>(lost) : Task.FromResult<long>(_upload.Count);
    }

    public Task CommitAsync()
    {
        Commits++;
        byte[] content = [.. _upload];
        _upload = [];
        if (!IsTable(content))
        {
            return Task.FromException(new InvalidDatasetException("The upload is not whole."));
        }

        Content = content;
        return Task.CompletedTask;
    }

    private bool IsTable(byte[] content)
    {
        try
        {
            return DatasetHash.Of(TableReader.Parse(content, "table")) == hash;
        }
        catch (TableException)
        {
            return false;
        }
    }

    public Task<byte[]> ReadAsync(long offset)
    {
        byte[] content = Content ?? throw new InvalidDatasetException("There is no such table.");
        return Task.FromResult(content[(int)offset..Math.Min((int)offset + IDatasetGrain.PartLength, content.Length)]);
    }
}

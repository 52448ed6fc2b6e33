using GanSweep.Contracts.Datasets;

namespace GanSweep.Client.Tests.Fakes;

internal sealed class FakeDataset : IDatasetGrain
{
    public List<byte[]> Parts { get; } = [];

    public bool Committed { get; private set; }

    public byte[] Content => [.. Parts.SelectMany(part => part)];

    public Task<long?> GetLengthAsync() => Task.FromResult<long?>(Committed ? Content.Length : null);

    public Task<long> AppendAsync(long offset, byte[] part)
    {
        Assert.Equal(Content.Length, offset);
        Assert.InRange(part.Length, 1, IDatasetGrain.PartLength);
        Parts.Add(part);
        return Task.FromResult<long>(Content.Length);
    }

    public Task CommitAsync()
    {
        Committed = true;
        return Task.CompletedTask;
    }

    public Task<byte[]> ReadAsync(long offset) => throw new NotSupportedException();
}

namespace GanSweep.Networks.Tests;

public sealed class BatchMemoriesTests
{
    [Fact]
    public void Item_OfASizeAskedForAgain_IsTheSameAndEndsWithAll()
    {
        List<Memory> made = [];
        BatchMemories<Memory> memories = new(rows =>
        {
            made.Add(new Memory(rows));
            return made[^1];
        });

        Assert.Same(memories[8], memories[8]);
        Assert.NotSame(memories[8], memories[3]);
        Assert.Equal([8, 3], made.Select(memory => memory.Rows));

        memories.Dispose();
        Assert.All(made, memory => Assert.True(memory.IsDisposed));
    }

    private sealed class Memory(int rows) : IDisposable
    {
        public int Rows => rows;

        public bool IsDisposed { get; private set; }

        public void Dispose()
        {
            IsDisposed = true;
        }
    }
}

using GanSweep.Client.Output;
using GanSweep.Client.Tests.Fakes;

namespace GanSweep.Client.Tests.Output;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _folder.Dispose();
    }

    [Fact]
    public async Task WriteAsync_MissingFolder_MakesItAndWrites()
    {
        string path = _folder.File(Path.Combine("a", "b", "c.txt"));

        await AtomicFile.WriteAsync(path, stream => stream.WriteAsync("new"u8.ToArray()).AsTask());

        Assert.Equal("new", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task WriteAsync_FailingInTheMiddle_LeavesTheOldFileAndNothingElse()
    {
        string path = _folder.File("c.txt", "old");

        await Assert.ThrowsAsync<InvalidOperationException>(() => AtomicFile.WriteAsync(path, async stream =>
        {
            await stream.WriteAsync("half"u8.ToArray());
            throw new InvalidOperationException();
        }));

        Assert.Equal("old", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        Assert.Equal([path], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task WriteAsync_OldFile_IsReplacedByTheNewOne()
    {
        string path = _folder.File("c.txt", "a longer old text");

        await AtomicFile.WriteAsync(path, stream => stream.WriteAsync("new"u8.ToArray()).AsTask());

        Assert.Equal("new", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        Assert.Equal([path], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task WriteAsync_FolderOfThatName_SaysSo()
    {
        IOException exception = await Assert.ThrowsAsync<IOException>(() => AtomicFile.WriteAsync(_folder.Path, _ => Task.CompletedTask));

        Assert.Contains("is a folder", exception.Message);
    }
}

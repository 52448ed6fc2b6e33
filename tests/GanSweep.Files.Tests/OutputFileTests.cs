namespace GanSweep.Files.Tests;

public sealed class OutputFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _folder.Dispose();
    }

    [Fact]
    public async Task Write_MissingFolder_MakesItAndWrites()
    {
        string path = _folder.File(Path.Combine("a", "b", "c.txt"));

        await WriteAsync(path, "new");

        Assert.Equal("new", await File.ReadAllTextAsync(path, Cancellation));
    }

    [Fact]
    public async Task Write_FailingInTheMiddle_LeavesTheOldFileAndNothingElse()
    {
        string path = _folder.File("c.txt", "old");

        await Assert.ThrowsAsync<InvalidOperationException>(() => OutputFile.WriteAsync(
            path,
            force: true,
            async stream =>
            {
                await stream.WriteAsync("half"u8.ToArray());
                throw new InvalidOperationException();
            },
            Cancellation));

        Assert.Equal("old", await File.ReadAllTextAsync(path, Cancellation));
        Assert.Equal([path], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task Write_OverAFile_NeedsForceUnlessItWroteItItself()
    {
        string path = _folder.File("c.txt", "a table of somebody else");

        OutputFileException refusal = await Assert.ThrowsAsync<OutputFileException>(() => WriteAsync(path, "new"));
        Assert.Contains("--force", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("a table of somebody else", await File.ReadAllTextAsync(path, Cancellation));

        await WriteAsync(path, "forced", force: true);
        await WriteAsync(path, "again");
        Assert.Equal("again", await File.ReadAllTextAsync(path, Cancellation));
        Assert.Equal([path], Directory.GetFileSystemEntries(_folder.Path));

        await File.WriteAllTextAsync(_folder.File("copy.txt"), await File.ReadAllTextAsync(path, Cancellation), Cancellation);
        await Assert.ThrowsAsync<OutputFileException>(() => WriteAsync(_folder.File("copy.txt"), "new"));
    }

    [Fact]
    public async Task Write_OverAnEmptyFile_LosesNothing()
    {
        await WriteAsync(_folder.File("c.txt", ""), "new");

        Assert.Equal("new", await File.ReadAllTextAsync(_folder.File("c.txt"), Cancellation));
    }

    [Fact]
    public async Task Write_ThroughALink_ReplacesWhatItLeadsTo()
    {
        string file = _folder.File("c.txt", "");
        string link = _folder.Link("l", file);

        await WriteAsync(link, "new");
        await WriteAsync(_folder.Link("dangling", _folder.File("d.txt")), "made");

        Assert.Equal(FileKind.Link, FileStatus.OfItself(link).Kind);
        Assert.Equal("new", await File.ReadAllTextAsync(file, Cancellation));
        Assert.Equal("made", await File.ReadAllTextAsync(_folder.File("d.txt"), Cancellation));
    }

    [Fact]
    public async Task Write_ToAPipe_IsRead()
    {
        string pipe = _folder.Pipe("p");
        Task<string> reading = Task.Run(() => File.ReadAllTextAsync(pipe, Cancellation), Cancellation);

        await WriteAsync(pipe, "rows");

        Assert.Equal("rows", await reading);
        Assert.Equal(FileKind.Pipe, FileStatus.OfItself(pipe).Kind);
    }

    [Fact]
    public async Task Write_ToAPipeNobodyReads_EndsWithTheToken()
    {
        string pipe = _folder.Pipe("p");
        using CancellationTokenSource stop = new();
        Task writing = OutputFile.WriteAsync(pipe, force: false, _ => Task.CompletedTask, stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writing);

        // Whoever opens both ends waits for nobody, and lets the thread go that waited.
        await using FileStream both = new(pipe, FileMode.Open, FileAccess.ReadWrite);
    }

    [Fact]
    public async Task Write_ToADevice_LeavesItOne()
    {
        await WriteAsync("/dev/null", "rows");

        Assert.Equal(FileKind.Device, FileStatus.OfItself("/dev/null").Kind);
    }

    [Fact]
    public void Demand_FolderInputOrNoName_IsRefused()
    {
        string file = _folder.File("in.zip", "x");

        Assert.Contains("is a folder", Refusal(_folder.Path), StringComparison.Ordinal);
        Assert.Contains("the file that is read", Refusal(file, file), StringComparison.Ordinal);
        Assert.Contains("the file that is read", Refusal(_folder.Link("l", file), file), StringComparison.Ordinal);
        Assert.Contains("no file's name", Refusal(""), StringComparison.Ordinal);
        Assert.Contains("no file's name", Refusal("a\0"), StringComparison.Ordinal);
        OutputFile.Demand(file, force: true, _folder.File("other", "x"));
        OutputFile.Demand(_folder.File("new"), force: false);
    }

    [Fact]
    public void FreeSpaceFor_FilesThatWillBe_IsThatOfTheirDisk()
    {
        Assert.True(OutputFile.FreeSpaceFor(_folder.File(Path.Combine("not", "yet", "there.csv"))) > 0);
        Assert.Null(OutputFile.FreeSpaceFor("/dev/null"));
        Assert.Null(OutputFile.FreeSpaceFor(_folder.Pipe("p")));
    }

    [Fact]
    public async Task Publish_NotCalled_LeavesNothing()
    {
        string path = _folder.File("c.txt", "old");

        using (await PendingFile.WriteAsync(path, stream => stream.WriteAsync("new"u8.ToArray()).AsTask()))
        {
            Assert.Equal("old", await File.ReadAllTextAsync(path, Cancellation));
        }

        Assert.Equal("old", await File.ReadAllTextAsync(path, Cancellation));
        Assert.Equal([path], Directory.GetFileSystemEntries(_folder.Path));
    }

    private static string Refusal(string path, params string[] inputs)
    {
        return Assert.Throws<OutputFileException>(() => OutputFile.Demand(path, force: true, inputs)).Message;
    }

    private static Task WriteAsync(string path, string text, bool force = false)
    {
        return OutputFile.WriteAsync(path, force, stream => stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text)).AsTask(), Cancellation);
    }
}

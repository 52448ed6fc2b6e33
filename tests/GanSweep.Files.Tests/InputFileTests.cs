using System.Net.Sockets;
using System.Text;

namespace GanSweep.Files.Tests;

public sealed class InputFileTests : IDisposable
{
    private const string What = "a table";
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _folder.Dispose();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(300_000)]
    [InlineData(1_000_000)]
    public async Task Read_FileOrPipeOfAnyLength_IsItsContent(int length)
    {
        string content = new('x', length);
        string file = _folder.File("f", content);
        string pipe = _folder.Pipe("p");

        Assert.Equal(content, await ReadAsync(file, 1_000_000));
        Assert.Equal(content, await ReadAsync(_folder.Link("l", file), 1_000_000));
        Task<string> reading = ReadAsync(pipe, 1_000_000);
        await File.WriteAllTextAsync(pipe, content, TestContext.Current.CancellationToken);
        Assert.Equal(content, await reading);
    }

    [Fact]
    public async Task Read_FileOfTheSystemThatSaysItIsEmpty_IsItsContent()
    {
        Assert.StartsWith("Name:", await ReadAsync("/proc/self/status", 1_000_000), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_MoreThanAllowed_IsRefusedForFilesAndPipes()
    {
        string file = _folder.File("f", new string('x', 1001));
        string pipe = _folder.Pipe("p");

        Assert.Equal($"{file} has 1,001 bytes; a table may have 1,000. Give a shorter one.", await RefusalAsync(file));
        Task<string> reading = RefusalAsync(pipe);
        await using (FileStream writer = new(pipe, FileMode.Open, FileAccess.Write))
        {
            // The reader is gone when it has seen too much.
            await Assert.ThrowsAnyAsync<IOException>(async () =>
            {
                for (int i = 0; i < 1000; i++)
                {
                    await writer.WriteAsync(new byte[1000], TestContext.Current.CancellationToken);
                }
            });
        }

        Assert.Equal($"{pipe} has more than 1,000 bytes; a table may have 1,000. Give a shorter one.", await reading);
    }

    [Fact]
    public void Read_FileLargerThanTheLimit_IsRefusedUnread()
    {
        const int Limit = 256 << 20;
        string path = _folder.File("large", "");
        using (FileStream file = File.OpenWrite(path))
        {
            file.SetLength(Limit + 1L);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        InputFileException exception = Assert.Throws<InputFileException>(() => InputFile.Read(path, What, Limit));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
        Assert.Equal($"{path} has 268,435,457 bytes; a table may have 268,435,456. Give a shorter one.", exception.Message);
    }

    [Fact]
    public async Task Read_WhatIsNoFile_IsRefusedInWords()
    {
        string socket = _folder.File("s");
        using Socket listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(socket));
        string missing = _folder.File("missing");

        Assert.Equal($"There is no file {missing} (looked for {missing}). Give the path of a table.", await RefusalAsync(missing));
        Assert.Equal($"There is no file {missing}/x (looked for {missing}/x). Give the path of a table.", await RefusalAsync(missing + "/x"));
        Assert.Equal($"{_folder.Path} cannot be read: it is a folder. Give the path of a table.", await RefusalAsync(_folder.Path));
        Assert.Equal("/dev/zero cannot be read: it is a device, not a file. Give the path of a table, or a pipe.", await RefusalAsync("/dev/zero"));
        Assert.Equal($"{socket} cannot be read: it is a socket, not a file. Give the path of a table, or a pipe.", await RefusalAsync(socket));
        Assert.Equal("\"\" is no file's name. Give the path of a table.", await RefusalAsync(""));
        Assert.Equal("\"a␀b\" is no file's name. Give the path of a table.", await RefusalAsync("a\0b"));
        Assert.Contains("cannot be read", await RefusalAsync(_folder.Link("loop", _folder.File("loop"))), StringComparison.Ordinal);
        Assert.Contains("cannot be read", await RefusalAsync(_folder.File(new string('x', 300))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_PipeNobodyWritesTo_EndsWithTheToken()
    {
        string pipe = _folder.Pipe("p");
        using CancellationTokenSource stop = new();
        Task<ReadOnlyMemory<byte>> reading = InputFile.ReadAsync(pipe, What, 1000, stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);

        // Whoever opens both ends waits for nobody, and lets the thread go that waited.
        await using FileStream both = new(pipe, FileMode.Open, FileAccess.ReadWrite);
    }

    private static async Task<string> ReadAsync(string path, int mostBytes)
    {
        return Encoding.UTF8.GetString((await InputFile.ReadAsync(path, What, mostBytes, TestContext.Current.CancellationToken)).Span);
    }

    private static async Task<string> RefusalAsync(string path)
    {
        return (await Assert.ThrowsAsync<InputFileException>(() => ReadAsync(path, 1000))).Message;
    }
}

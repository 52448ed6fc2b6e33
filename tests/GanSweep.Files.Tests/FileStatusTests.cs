using System.Net.Sockets;

namespace GanSweep.Files.Tests;

public sealed class FileStatusTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _folder.Dispose();
    }

    [Fact]
    public void Of_WhateverThereIs_IsItsKind()
    {
        string file = _folder.File("f", "x");
        string link = _folder.Link("l", file);
        using Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(_folder.File("s")));

        Assert.Equal(FileKind.Regular, FileStatus.Of(file).Kind);
        Assert.Equal(FileKind.Regular, FileStatus.Of(link).Kind);
        Assert.Equal(FileKind.Link, FileStatus.OfItself(link).Kind);
        Assert.Equal(FileKind.Folder, FileStatus.Of(_folder.Path).Kind);
        Assert.Equal(FileKind.Pipe, FileStatus.Of(_folder.Pipe("p")).Kind);
        Assert.Equal(FileKind.Socket, FileStatus.Of(_folder.File("s")).Kind);
        Assert.Equal(FileKind.Device, FileStatus.Of("/dev/zero").Kind);
        Assert.Equal(FileKind.None, FileStatus.Of(_folder.File("missing")).Kind);
        Assert.Equal(FileKind.None, FileStatus.Of(_folder.Link("dangling", _folder.File("missing"))).Kind);
    }

    [Fact]
    public void Of_OneFileByManyNames_IsEqualAndOfOthersIsNot()
    {
        string file = _folder.File("f", "x");

        Assert.Equal(FileStatus.Of(file), FileStatus.Of(_folder.Link("l", file)));
        Assert.NotEqual(FileStatus.Of(file), FileStatus.Of(_folder.File("g", "x")));
        FileStatus before = FileStatus.Of(file);
        File.Move(_folder.File("g"), file, overwrite: true);
        Assert.NotEqual(before, FileStatus.Of(file));
    }
}

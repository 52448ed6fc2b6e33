using GanSweep.Web.Uploads;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace GanSweep.Web.Tests.Uploads;

public sealed class UploadShelfTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly UploadShelf _shelf;

    public UploadShelfTests()
    {
        _shelf = new UploadShelf(Options.Create(new UploadOptions { MaxLength = 100, MaxOpen = 2, MaxTotal = 150, Patience = TimeSpan.FromMinutes(10) }), _time);
    }

    public void Dispose()
    {
        _shelf.Dispose();
    }

    [Fact]
    public void Begin_LongerThanIsTaken_IsRefused()
    {
        Assert.Contains("100 are the most", Assert.Throws<UploadTooLargeException>(() => _shelf.Begin("a", 101)).Message);
    }

    [Fact]
    public void Begin_TooManyOrTooMuch_IsRefusedUntilOneIsForgotten()
    {
        Upload first = _shelf.Begin("a", 100);

        Assert.Throws<TooManyUploadsException>(() => _shelf.Begin("b", 51));
        _shelf.Begin("b", 50);
        Assert.Throws<TooManyUploadsException>(() => _shelf.Begin("c", 0));
        _shelf.Forget(first.Id);
        _shelf.Begin("c", 100);
    }

    [Fact]
    public void Find_NobodyAskedForAWhile_IsForgotten()
    {
        Upload upload = _shelf.Begin("a", 100);
        _time.Advance(TimeSpan.FromMinutes(9));
        Assert.Same(upload, _shelf.Find(upload.Id));
        _time.Advance(TimeSpan.FromMinutes(9));
        Assert.Same(upload, _shelf.Find(upload.Id));
        _time.Advance(TimeSpan.FromMinutes(11));

        Assert.Contains("forgotten after 10 minutes", Assert.Throws<UploadNotFoundException>(() => _shelf.Find(upload.Id)).Message);
    }

    [Fact]
    public async Task Begin_File_HasNoNameOnTheDisk()
    {
        Upload upload = _shelf.Begin("../../etc/passwd\n", 3);
        await upload.AppendAsync(0, new MemoryStream([1, 2, 3]), TestContext.Current.CancellationToken);

        Assert.Empty(Directory.EnumerateFiles(Path.GetTempPath(), $"*{upload.Id}*"));
        Assert.Equal("../../etc/passwd", upload.File);
        Assert.True(upload.Document.IsWhole);
    }
}

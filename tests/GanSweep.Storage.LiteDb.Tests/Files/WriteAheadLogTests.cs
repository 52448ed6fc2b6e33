using GanSweep.Storage.LiteDb.Files;
using GanSweep.Sweeps.Stores;

namespace GanSweep.Storage.LiteDb.Tests.Files;

public sealed class WriteAheadLogTests : IDisposable
{
    private static readonly byte[] Page = [.. Enumerable.Range(0, PageChecksum.PageSize).Select(i => (byte)(i * 7))];

    private readonly TemporaryFolder _folder = new();

    // A crash left a longer log that was never sealed; what is sealed over it must end with its seal, or it is lost when it is opened again.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5 * PageChecksum.PageSize)]
    public void Seal_OverALongerLogThatWasLeft_CountsWhenItIsOpenedAgain(int left)
    {
        File.WriteAllBytes(_folder.Log, new byte[left]);

        using (FileStream file = Open())
        {
            using WriteAheadLog log = new(file);
            Assert.Equal((false, 0L), (log.IsSealed, log.Length));
            log.Write(Page);
            log.Write(Page);
            log.Seal();
        }

        using FileStream again = Open();
        using WriteAheadLog opened = new(again);
        Assert.Equal((true, 2L * Page.Length), (opened.IsSealed, opened.Length));
        byte[] read = new byte[2 * Page.Length];
        opened.ReadExactly(read);
        Assert.Equal([.. Page, .. Page], read);
        Assert.Equal(0, opened.Read(read, 0, read.Length));
    }

    [Fact]
    public void Open_ASealedLogWithAnotherByte_SaysThatItHasChanged()
    {
        using (FileStream file = Open())
        {
            using WriteAheadLog log = new(file);
            log.Write(Page);
            log.Seal();
        }

        byte[] bytes = File.ReadAllBytes(_folder.Log);
        bytes[100] ^= 1;
        File.WriteAllBytes(_folder.Log, bytes);

        using FileStream again = Open();
        StoreDamagedException error = Assert.Throws<StoreDamagedException>(() => new WriteAheadLog(again));
        Assert.Contains("has changed since", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_AfterTheSeal_FailsWhereTheLogIsNextRead()
    {
        using FileStream file = Open();
        using WriteAheadLog log = new(file);
        log.Write(Page);
        log.Seal();

        log.Write(Page);

        IOException error = Assert.ThrowsAny<IOException>(() => log.ReadExactly(new byte[1]));
        Assert.Contains("is sealed", error.ToString(), StringComparison.Ordinal);
        Assert.ThrowsAny<IOException>(log.Seal);
    }

    [Fact]
    public void SetLength_ToNothing_TakesTheSealAway()
    {
        using FileStream file = Open();
        using WriteAheadLog log = new(file);
        log.Write(Page);
        log.Seal();

        Assert.Throws<NotSupportedException>(() => log.SetLength(1));
        log.SetLength(0);

        Assert.Equal((false, 0L, 0L), (log.IsSealed, log.Length, file.Length));
    }

    public void Dispose()
    {
        _folder.Dispose();
    }

    private FileStream Open()
    {
        return new FileStream(_folder.Log, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
    }
}

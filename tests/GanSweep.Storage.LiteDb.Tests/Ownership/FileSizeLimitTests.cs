using GanSweep.Sweeps.Stores;
namespace GanSweep.Storage.LiteDb.Tests.Ownership;

public class FileSizeLimitTests
{
    [Fact]
    public async Task Write_BeyondARealLimitOfTheOperatingSystem_FailsForAllAndLosesNothing()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The limit is set with bash's ulimit.");
        using TemporaryFolder folder = new();
        using WriterProcess writer = WriterProcess.WithFileSizeLimit(folder.Path, kilobytes: 3000);

        Assert.Equal(0, await writer.WaitForExitAsync());

        Assert.InRange(writer.Acknowledged.Count, 20, 1000);
        await using ISweepStore store = await folder.OpenAsync();
        await NumberedWrites.AssertAsync(store, writer.Acknowledged, writer.Acknowledged.Max() + 8);
    }
}

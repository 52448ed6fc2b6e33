using GanSweep.Silo.Connections;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace GanSweep.Silo.Tests.Connections;

public sealed class InsecureWarningTests
{
    [Fact]
    public async Task Execute_AtTheStartAndEveryHour_Warns()
    {
        FakeTimeProvider time = new();
        FakeLogger<InsecureWarning> logger = new();
        using InsecureWarning warning = new(time, logger);
        await warning.StartAsync(TestContext.Current.CancellationToken);

        for (int hours = 0; hours < 3; hours++)
        {
            await UntilAsync(logger, hours + 1);
            Assert.Equal(hours + 1, logger.Collector.Count);
            time.Advance(TimeSpan.FromMinutes(59));
            Assert.Equal(hours + 1, logger.Collector.Count);
            time.Advance(TimeSpan.FromMinutes(1));
        }

        await UntilAsync(logger, 4);
        Assert.All(logger.Collector.GetSnapshot(), line => Assert.Equal((LogLevel.Warning, true), (line.Level, line.Message.Contains("--insecure", StringComparison.Ordinal))));
        await warning.StopAsync(TestContext.Current.CancellationToken);
    }

    private static async Task UntilAsync(FakeLogger logger, int lines)
    {
        while (logger.Collector.Count < lines)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}

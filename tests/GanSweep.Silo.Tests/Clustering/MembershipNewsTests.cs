using GanSweep.Silo.Clustering;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Orleans.Runtime;

namespace GanSweep.Silo.Tests.Clustering;

public sealed class MembershipNewsTests
{
    private const int Self = 1;
    private const int Other = 2;

    private readonly FakeMembership _membership = new();

    [Fact]
    public async Task News_OfSilosThatComeLeaveAndDie_AreOneLineEach()
    {
        _membership.Say((Self, "coordinator@here/1", SiloStatus.Active), (3, "trainer@past/3", SiloStatus.Dead));
        _membership.Say((Self, "coordinator@here/1", SiloStatus.Active), (Other, "trainer@there/2", SiloStatus.Joining));
        _membership.Say((Other, "trainer@there/2", SiloStatus.Active));
        _membership.Say((Other, "trainer@there/2", SiloStatus.Active), (4, "trainer@there/4", SiloStatus.Active));
        _membership.Say((Other, "trainer@there/2", SiloStatus.ShuttingDown), (4, "trainer@there/4", SiloStatus.Active));
        _membership.Say((Other, "trainer@there/2", SiloStatus.Dead), (4, "trainer@there/4", SiloStatus.Active));
        _membership.Say((Other, "trainer@there/2", SiloStatus.Dead), (4, "trainer@there/4", SiloStatus.Dead));

        IReadOnlyList<FakeLogRecord> news = await ToldAsync();

        Assert.Equal(
            [
                "Silo trainer@there/2 at 127.0.0.1:2@1 is in the cluster",
                "Silo trainer@there/4 at 127.0.0.1:4@1 is in the cluster",
                "Silo trainer@there/2 at 127.0.0.1:2@1 has left the cluster",
                "Silo trainer@there/4 at 127.0.0.1:4@1 is dead",
            ],
            news.Select(line => line.Message));
        Assert.Equal([LogLevel.Warning], news.Where(line => line.Message.EndsWith("is dead", StringComparison.Ordinal)).Select(line => line.Level));
    }

    private async Task<IReadOnlyList<FakeLogRecord>> ToldAsync()
    {
        FakeLogger<MembershipNews> logger = new();
        using MembershipNews news = new(_membership, new LocalSilo(FakeMembership.Silo(Self)), logger);
        _membership.End();
        await news.StartAsync(TestContext.Current.CancellationToken);
        await news.ExecuteTask!;
        return logger.Collector.GetSnapshot();
    }

    private sealed class LocalSilo(SiloAddress address) : ILocalSiloDetails
    {
        public string Name => "coordinator@here/1";

        public string ClusterId => "";

        public string DnsHostName => "";

        public SiloAddress SiloAddress => address;

        public SiloAddress GatewayAddress => address;
    }
}

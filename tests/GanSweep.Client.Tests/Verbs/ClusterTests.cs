using GanSweep.Client.Errors;
using GanSweep.Client.Tests.Fakes;
using GanSweep.Contracts.Silos;

namespace GanSweep.Client.Tests.Verbs;

public sealed class ClusterTests : IDisposable
{
    private readonly ConsoleRun _console = new();

    public ClusterTests()
    {
        _console.Grains.Silos.AddRange(
        [
            Silo("box/100", SiloRoles.Coordinator) with
            {
                Version = "0.4.0",
                Engine = "engine-12",
                Complaints = ["The store /data/gansweep.db could not be written: No space left on device."],
                Store = new StoreStatus(12_345_678, [new StoredAmount("runs", 4_500, null), new StoredAmount("tables", 2, 1_200_000)]),
                Errors =
                [
                    new SiloError(new DateTimeOffset(2026, 11, 30, 12, 0, 5, TimeSpan.Zero), "A write failed: No space left on device.") { SweepId = Boards.SweepId },
                    new SiloError(new DateTimeOffset(2026, 11, 30, 12, 0, 0, TimeSpan.Zero), "Failed in epoch 7: out of memory.") { SweepId = Boards.SweepId, Run = 9, Attempt = 2, Silo = "10.0.0.1:11111@154480807" },
                    new SiloError(new DateTimeOffset(2026, 11, 30, 11, 59, 0, TimeSpan.Zero), "The sweep did not answer when there was work to share out: late") { Silo = "10.0.0.9:11111@154480000" },
                ],
            },
            Silo("box/101", SiloRoles.Trainer) with
            {
                Slots = 2,
                SilentFor = TimeSpan.FromSeconds(0.4),
                Version = "0.3.9",
                Engine = "engine-8",
                Training =
                [
                    new SlotStatus(Boards.SweepId, 8, 1, 12, 300, TimeSpan.FromSeconds(3.25)),
                    new SlotStatus(Boards.SweepId, 10, 2, 0, 300, TimeSpan.FromSeconds(125)),
                ],
            },
            Silo("box/102", SiloRoles.Trainer) with { Slots = 4, SilentFor = TimeSpan.FromSeconds(7.5) },
            Silo("box/103", SiloRoles.Trainer) with { State = SiloState.Joining },
            Silo("far/7", SiloRoles.Both) with { State = SiloState.Leaving, Slots = 1, SilentFor = TimeSpan.FromSeconds(1.5) },
        ]);
    }

    public void Dispose()
    {
        _console.Dispose();
    }

    [Fact]
    public async Task Cluster_Silos_IsTheGoldenTable()
    {
        Assert.Equal(ExitCode.Done, await _console.RunAsync("cluster", "--redis", "localhost:6379"));

        Golden.Matches("cluster.txt", _console.Output);
        Assert.Equal(1, _console.Sessions.Closed);
    }

    [Fact]
    public async Task Cluster_Json_IsTheGoldenDocument()
    {
        Assert.Equal(ExitCode.Done, await _console.RunAsync("cluster", "--json", "--cluster", "localhost:30000"));

        Golden.Matches("cluster.json", _console.Output);
    }

    [Theory]
    [InlineData("cluster")]
    [InlineData("cluster", "--data", "d")]
    public async Task Cluster_DataFolder_SaysWhatToGive(params string[] line)
    {
        Assert.Equal(ExitCode.WrongInput, await _console.RunAsync(line));

        Assert.Contains("--redis HOST:PORT", _console.Error);
        Assert.Contains("--cluster HOST:PORT", _console.Error);
        Assert.Empty(_console.Sessions.Requests);
    }

    private static SiloSummary Silo(string name, SiloRoles roles)
    {
        return new SiloSummary
        {
            Address = $"10.0.0.{name[^1]}:11111@154480807",
            Name = name,
            Roles = roles,
            State = SiloState.Active,
            Training = [],
        };
    }
}

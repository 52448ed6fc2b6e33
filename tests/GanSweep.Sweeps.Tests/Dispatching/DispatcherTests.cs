using System.Collections.Immutable;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Scores;
using GanSweep.Sweeps.Dispatching;

namespace GanSweep.Sweeps.Tests.Dispatching;

public sealed class DispatcherTests
{
    // Runs that a sweep has left, and how many it has leased; null if it does not answer.
    private readonly Dictionary<string, (int Left, int Leased)?> _sweeps = [];
    private readonly List<(string Sweep, string Trainer, int Slots)> _asked = [];
    private readonly Dispatcher _dispatcher;

    public DispatcherTests()
    {
        _dispatcher = new Dispatcher(GrantAsync);
    }

    [Fact]
    public async Task Lease_OneSweep_IsAskedForAllSlotsAtOnce()
    {
        Open("a", runs: 9);

        Assert.Equal(["a", "a", "a"], await LeaseAsync(3));
        Assert.Equal([("a", "t", 3)], _asked);
    }

    [Fact]
    public async Task Lease_SeveralSweeps_TheNextSlotIsForTheOneWithTheFewest()
    {
        Open("a", runs: 9, leased: 2);
        Open("b", runs: 9);

        Assert.Equal(["a", "b"], await LeaseAsync(2));

        // Now a has three, b one.
        Assert.Equal(["b", "b", "a", "b"], await LeaseAsync(4));
    }

    [Fact]
    public async Task Lease_ASweepThatHasNoMore_IsNotAskedAgain()
    {
        Open("a", runs: 1);
        Open("b", runs: 2);

        Assert.Equal(["a", "b", "b"], (await LeaseAsync(9)).Order());
        _asked.Clear();
        Assert.Empty(await LeaseAsync(9));
        Assert.Empty(_asked);

        Open("a", runs: 1);
        Assert.Equal(["a"], await LeaseAsync(9));
    }

    [Fact]
    public async Task Lease_ASweepThatDoesNotAnswer_KeepsNoOtherFromItsWork()
    {
        Open("a", runs: 9);
        Open("b", runs: 9);
        _sweeps["a"] = null;

        Assert.Equal(["b", "b", "b"], await LeaseAsync(3));

        // It is asked again next time.
        _sweeps["a"] = (9, 0);
        Assert.Contains("a", await LeaseAsync(3));
    }

    [Fact]
    public async Task Lease_ForOneSweepOnly_LeavesTheOthers()
    {
        Open("a", runs: 9);
        Open("b", runs: 2);

        Assert.Equal(["b", "b"], await LeaseAsync(3, only: "b"));
        Assert.All(_asked, question => Assert.Equal("b", question.Sweep));
    }

    [Fact]
    public async Task Lease_NoSlotIsFree_AsksNobody()
    {
        Open("a", runs: 9);

        Assert.Empty(await LeaseAsync(0));
        Assert.Empty(_asked);
    }

    private void Open(string sweep, int runs, int leased = 0)
    {
        _sweeps[sweep] = (runs, leased);
        _dispatcher.Announce(sweep);
    }

    private async Task<IReadOnlyList<string>> LeaseAsync(int slots, string? only = null)
    {
        return [.. (await _dispatcher.LeaseAsync(new LeaseRequest("t", slots, only, slots, []))).Select(lease => lease.SweepId)];
    }

    private Task<Grants?> GrantAsync(string sweep, string trainer, int slots)
    {
        _asked.Add((sweep, trainer, slots));
        if (_sweeps[sweep] is not { } standing)
        {
            return Task.FromResult<Grants?>(null);
        }

        int granted = Math.Min(slots, standing.Left);
        _sweeps[sweep] = standing = (standing.Left - granted, standing.Leased + granted);
        ImmutableArray<Lease> leases = [.. Enumerable.Range(1, granted).Select(run => LeaseOf(sweep, run))];
        return Task.FromResult<Grants?>(new Grants(leases, standing.Leased, standing.Left > 0));
    }

    private static Lease LeaseOf(string sweep, int run)
    {
        return new Lease
        {
            SweepId = sweep,
            Run = run,
            Attempt = 1,
            RunKey = "key",
            Spec = new RunSpec(TestModels.Gan(), 1, "hash", 2),
            SecondSample = new ScoreValues([]),
            EngineVersion = "1",
            Epochs = 1,
            Duration = TimeSpan.FromSeconds(1),
        };
    }
}

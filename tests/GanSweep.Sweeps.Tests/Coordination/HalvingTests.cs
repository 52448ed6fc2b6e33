using System.Collections.Immutable;
using System.Text;
using GanSweep.Contracts.Reports;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Sweeps.Stores;
using GanSweep.Sweeps.Testing.Stores;

namespace GanSweep.Sweeps.Tests.Coordination;

/// <summary>A rung is the beginning of a run: where it ended is handed over, kept as long as the search may go on with it, and no longer.</summary>
public sealed class HalvingTests
{
    private const string Rate = """, "generatorLearningRate": { "min": 0.0003, "max": 0.01, "scale": "log" }""";

    [Fact]
    public async Task Grant_TheNextRung_GoesOnWhereTheBeginningEnded()
    {
        CoordinatedSweep sweep = await HalvedAsync(configurations: 4, cohort: 2);
        ImmutableArray<Lease> first = await CompleteAsync(sweep, 4);
        Assert.All(first, lease => Assert.Equal((3, 3, null), (lease.Spec.Until, lease.Epochs, lease.Beginning)));

        Lease next = (await sweep.GrantAsync(1)).Single();

        Assert.Equal((first[0].Spec with { Until = 5 }, 5, first[0].RunKey), (next.Spec, next.Epochs, next.Beginning));
        RunCheckpoint handedOver = (await sweep.Coordinator.ReadCheckpointAsync(next.Run, next.Attempt))!;
        Assert.Equal((3, first[0].RunKey), (handedOver.Epoch, Encoding.UTF8.GetString(handedOver.Content)));
        Assert.NotEqual(first[0].RunKey, next.RunKey);
    }

    [Fact]
    public async Task ReadCheckpoint_OfARunThatHasItsOwn_IsThat()
    {
        CoordinatedSweep sweep = await HalvedAsync(configurations: 4, cohort: 2);
        await CompleteAsync(sweep, 4);
        Lease next = (await sweep.GrantAsync(1)).Single();
        await sweep.ReportAsync(new CheckpointReport(next.Run, next.Attempt, 4, [9], GivesBack: true));

        Lease again = (await sweep.GrantAsync(1)).Single();

        Assert.Equal((next.Run, 2), (again.Run, again.Attempt));
        Assert.Equal([9], (await sweep.Coordinator.ReadCheckpointAsync(again.Run, again.Attempt))!.Content);
    }

    [Fact]
    public async Task ReadCheckpoint_OfABeginningThatIsLost_IsNull()
    {
        CoordinatedSweep sweep = await HalvedAsync(configurations: 4, cohort: 2);
        await CompleteAsync(sweep, 4);
        Lease next = (await sweep.GrantAsync(1)).Single();
        await sweep.Store.SaveRunsAsync(sweep.Id, [], letGo: [next.Beginning!]);

        Assert.Null(await sweep.Coordinator.ReadCheckpointAsync(next.Run, next.Attempt));
        Assert.Equal(ReportAnswer.Accepted, await sweep.ReportAsync(CoordinatedSweep.Completed(next, 1)));
    }

    [Fact]
    public async Task Complete_TheNextRung_LetsTheBeginningGo()
    {
        CoordinatedSweep sweep = await HalvedAsync(configurations: 4, cohort: 2);
        ImmutableArray<Lease> first = await CompleteAsync(sweep, 4);
        Lease next = (await sweep.GrantAsync(1)).Single();
        Assert.NotNull(await sweep.Store.ReadCheckpointAsync(first[0].RunKey));

        await sweep.ReportAsync(CoordinatedSweep.Completed(next, 1));

        Assert.Null(await sweep.Store.ReadCheckpointAsync(first[0].RunKey));
        Assert.NotNull(await sweep.Store.ReadCheckpointAsync(next.RunKey));
    }

    // A machine that fails may be tried again; what diverges from a beginning does so every time.
    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task Fail_TheNextRung_KeepsTheBeginningIfItMayBeTriedAgain(bool final, bool kept)
    {
        CoordinatedSweep sweep = await HalvedAsync(configurations: 8, cohort: 4, more: """, "maxAttempts": 1""");
        ImmutableArray<Lease> first = await CompleteAsync(sweep, 8);
        Lease next = (await sweep.GrantAsync(1)).Single();
        Assert.Equal(first[0].RunKey, next.Beginning);

        await sweep.ReportAsync(CoordinatedSweep.Failed(next, final));

        Assert.Equal(kept, await sweep.Store.ReadCheckpointAsync(first[0].RunKey) is not null);
    }

    // Of eight configurations four can come to the second rung, and of those two to the third: once that many better ones are known, nothing is kept of a worse one.
    [Fact]
    public async Task Decide_WhoCanNoLongerGoOn_IsLetGo()
    {
        CoordinatedSweep sweep = await HalvedAsync(configurations: 8, cohort: 8);
        ImmutableArray<Lease> first = await CompleteAsync(sweep, 8);
        Assert.Equal(8, await KeptAsync(sweep));

        await sweep.GrantAsync(1);

        // The best four, whose totals are their numbers.
        HashSet<string> kept = [.. await KeptKeysAsync(sweep)];
        Assert.Equal([1, 2, 3, 4], first.Where(lease => kept.Contains(lease.RunKey)).Select(lease => lease.Run));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Search_ToItsEnd_LeavesNoCheckpoint(bool restarts)
    {
        CoordinatedSweep sweep = await HalvedAsync(configurations: 13, cohort: 3, more: """, "confirm": { "top": 1, "seeds": 2 }, "keepBest": 2""");
        int most = 0;
        while (sweep.Coordinator.Summary().State == SweepState.Running)
        {
            foreach (Lease lease in await sweep.GrantAsync(2))
            {
                Assert.Equal(ReportAnswer.Accepted, await sweep.ReportAsync(CoordinatedSweep.Completed(lease, lease.Run * 7 % 11)));
            }

            most = Math.Max(most, await KeptAsync(sweep));
            if (restarts)
            {
                await sweep.RestartAsync();
            }
        }

        Assert.InRange(most, 4, 12);
        Assert.Equal(0, await KeptAsync(sweep));
        Assert.Equal([1, 2, 3, null], sweep.Coordinator.Leaderboard(null).Rows.Select(row => row.Search!.Rung).Distinct().Order(Comparer<int?>.Create((x, y) => (x ?? 9).CompareTo(y ?? 9))));
    }

    [Fact]
    public async Task Cancel_InTheMiddle_KeepsWhatItCanGoOnWith()
    {
        CoordinatedSweep sweep = await HalvedAsync(configurations: 4, cohort: 2);
        ImmutableArray<Lease> first = await CompleteAsync(sweep, 4);
        await sweep.Coordinator.CancelAsync();
        await sweep.RestartAsync();

        await sweep.SubmitAsync();
        Lease next = (await sweep.GrantAsync(1)).Single();

        Assert.Equal(first[0].RunKey, Encoding.UTF8.GetString((await sweep.Coordinator.ReadCheckpointAsync(next.Run, next.Attempt))!.Content));
    }

    // Of three epochs a tenth and a third are one: the same training, whose end serves both, and the second rung nobody trains.
    [Fact]
    public async Task Grant_SharesOfTheSameEpochs_AreOneTrainingWhoseEndServesTheLast()
    {
        CoordinatedSweep sweep = await HalvedAsync(configurations: 4, cohort: 4, shares: "0.01, 0.1, 1", keep: 0.5);
        ImmutableArray<Lease> first = await CompleteAsync(sweep, 4);
        Assert.All(first, lease => Assert.Equal(1, lease.Spec.Until));

        Lease last = (await sweep.GrantAsync(4)).Single();

        Assert.Equal((null, first[0].RunKey), (last.Spec.Until, last.Beginning));
        Assert.Equal(first[0].RunKey, Encoding.UTF8.GetString((await sweep.Coordinator.ReadCheckpointAsync(last.Run, last.Attempt))!.Content));
        await sweep.ReportAsync(CoordinatedSweep.Completed(last, 1));
        Assert.Equal((SweepState.Completed, 0), (sweep.Coordinator.Summary().State, await KeptAsync(sweep)));
    }

    [Fact]
    public async Task Submit_ASearchWhoseBeginningsAreKnown_TrainsTheRestWithoutThem()
    {
        CoordinatedSweep few = await HalvedAsync(configurations: 4, cohort: 2);
        while (few.Coordinator.Summary().State == SweepState.Running)
        {
            await CompleteAsync(few, 4);
        }

        CoordinatedSweep many = await HalvedAsync(configurations: 8, cohort: 2, store: few.Store);
        List<Lease> leases = [];
        while (many.Coordinator.Summary().State == SweepState.Running)
        {
            leases.AddRange(await CompleteAsync(many, 4));
        }

        HashSet<string> known = [.. few.Coordinator.Leaderboard(null).Rows.Select(row => row.Key)];
        Assert.All(leases, lease => Assert.DoesNotContain(lease.RunKey, known));
        Assert.Equal(known, many.Coordinator.Leaderboard(null).Rows.Where(row => row.Reused).Select(row => row.Key).ToHashSet());
        Assert.Equal(0, await KeptAsync(many));
    }

    private static Task<CoordinatedSweep> HalvedAsync(
        int configurations, int cohort, string more = "", MemorySweepStore? store = null, string shares = "0.25, 0.5, 1", double keep = 0.5)
    {
        return CoordinatedSweep.SubmittedAsync(
            "2, 4, 8",
            FormattableString.Invariant(
                $$""", "strategy": { "kind": "tpe", "configurations": {{configurations}}, "cohort": {{cohort}} }, "halving": { "shares": [{{shares}}], "keep": {{keep}} }{{more}}"""),
            store,
            space: Rate);
    }

    // Each run's total is its number.
    private static async Task<ImmutableArray<Lease>> CompleteAsync(CoordinatedSweep sweep, int count)
    {
        ImmutableArray<Lease> leases = await sweep.GrantAsync(count);
        foreach (Lease lease in leases)
        {
            Assert.Equal(ReportAnswer.Accepted, await sweep.ReportAsync(CoordinatedSweep.Completed(lease, lease.Run)));
        }

        return leases;
    }

    private static async Task<int> KeptAsync(CoordinatedSweep sweep)
    {
        return (await KeptKeysAsync(sweep)).Count;
    }

    private static async Task<List<string>> KeptKeysAsync(CoordinatedSweep sweep)
    {
        List<string> kept = [];
        foreach (string key in (await sweep.Store.ListRunsAsync(sweep.Id)).Select(run => run.RunKey).Distinct())
        {
            if (await sweep.Store.ReadCheckpointAsync(key) is not null)
            {
                kept.Add(key);
            }
        }

        return kept;
    }
}

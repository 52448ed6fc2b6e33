using System.Collections.Immutable;
using System.IO.Compression;
using GanSweep.Contracts.Reports;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Storage.LiteDb;
using GanSweep.Sweeps.Coordination;
using GanSweep.Sweeps.Engines;
using GanSweep.Sweeps.Stores;
using GanSweep.Sweeps.Tests.Coordination;
using Microsoft.Extensions.Time.Testing;

namespace GanSweep.Sweeps.Tests.Kept;

/// <summary>
/// A search whose halving gave whole runs of a share of the steps goes on. <c>halved.db.gz</c> is the store of such a version, killed when of sixteen configurations
/// twelve had been proposed, ten runs of a quarter of the steps and two of half of them had ended, and two were being trained.
/// </summary>
public sealed class KeptSearchTests : IAsyncLifetime
{
    private const string SweepId = "halved-cd59f4a3";

    // The engine that its run keys are of.
    private const string Engine = "engine-9";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gansweep-kept-");
    private ISweepStore? _store;
    private SweepCoordinator? _coordinator;

    private ISweepStore Store => _store!;

    private SweepCoordinator Coordinator => _coordinator!;

    public async ValueTask InitializeAsync()
    {
        await using (FileStream packed = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Kept", "halved.db.gz")))
        {
            await using GZipStream unpacked = new(packed, CompressionMode.Decompress);
            await using FileStream data = File.Create(Path.Combine(_folder.FullName, "gansweep.db"));
            await unpacked.CopyToAsync(data);
        }

        _store = await new LiteDbStoreKind().OpenAsync(new StoreOptions { Folder = _folder.FullName }, TestContext.Current.CancellationToken);
        _coordinator = new SweepCoordinator(
            SweepId, Store, TestModels.Catalog, new EngineFacts(_ => Engine, (_, _) => _ => null), new CoordinatorOptions { RestartGrace = TimeSpan.Zero },
            _ => false, new FakeTimeProvider(), new NotedEvents());
        await Coordinator.OpenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void Runs_OfAShareOfTheSteps_AreWholeOnesOfSoFewAsTheyWere()
    {
        Leaderboard board = Coordinator.Leaderboard(null);

        Assert.Equal(12, board.Rows.Count(row => row.State == RunState.Completed));
        Assert.DoesNotContain(board.Notes, note => note.Contains("another version", StringComparison.Ordinal));
        Assert.All(board.Rows, row =>
        {
            int epochs = row.Search!.Rung == 1 ? 2 : 4;
            Assert.Contains($"\"epochs\":{epochs},", row.Configuration.Json, StringComparison.Ordinal);
            Assert.Contains("\"epochs\":8,", row.Whole!.Json, StringComparison.Ordinal);
            Assert.Null(row.Until);
        });
    }

    [Fact]
    public async Task Search_GoneOnWith_KeepsWhatWasDecidedAndGivesTheOthersBeginnings()
    {
        // As a grain's: the store answers on threads of its own, and several of its answers to one call are then taken one after the other.
        TaskScheduler oneAtATime = new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler;
        await Task.Factory.StartNew(GoOnAsync, TestContext.Current.CancellationToken, TaskCreationOptions.None, oneAtATime).Unwrap();
    }

    [Fact]
    public async Task Grant_ARunThatWasDecided_IsTrainedAsItWas()
    {
        Lease lease = (await Coordinator.GrantAsync("a", 1)).Leases.Single();

        Assert.Equal((13, null), (lease.Run, lease.Spec.Until));
        Assert.Contains("\"epochs\":2,", lease.Spec.Configuration.Json, StringComparison.Ordinal);
        Assert.Equal((await Store.ListRunsAsync(SweepId)).Single(run => run.Run == 13).RunKey, lease.RunKey);
        Assert.Equal(2, lease.Epochs);
    }

    private async Task GoOnAsync()
    {
        List<string> before = [.. (await Store.ListCohortsAsync(SweepId)).Select(cohort => cohort.Json)];
        Assert.Equal(3, before.Count);
        List<Lease> leases = [];
        while (Coordinator.Summary().State == SweepState.Running)
        {
            ImmutableArray<Lease> granted = (await Coordinator.GrantAsync("a", 3)).Leases;
            Assert.True(granted.Length > 0 || Coordinator.Summary().State != SweepState.Running);
            leases.AddRange(granted);
            await Coordinator.ReportAsync("a", [.. granted.Select(lease => (RunReport)CoordinatedSweep.Completed(lease, 2 + (lease.Run / 100.0)))]);
        }

        string[] after = [.. (await Store.ListCohortsAsync(SweepId)).Select(cohort => cohort.Json)];
        Assert.Equal(before, after.Take(3));
        Assert.All(after.Skip(3), cohort => Assert.Contains("\"revision\":2", cohort, StringComparison.Ordinal));
        ILookup<(bool, int?), LeaderboardRow> rows = Coordinator.Leaderboard(null).Rows.ToLookup(row => (row.Search!.Cohort > 3, row.Search.Rung));
        Assert.All(rows[(true, 1)], row => Assert.Equal((2, null), (row.Until, row.Whole)));
        Assert.All(rows[(true, 2)], row => Assert.Equal((4, null), (row.Until, row.Whole)));
        Assert.All(rows[(true, 3)], row => Assert.Equal((null, null), (row.Until, row.Whole)));
        Assert.Equal((4, 6, 4, 2), (rows[(true, 1)].Count(), rows[(true, 2)].Count(), rows[(true, 3)].Count(), rows[(true, null)].Count()));

        // What has a whole run of its own behind it begins anew; the others go on.
        Dictionary<string, int> keys = Coordinator.Leaderboard(null).Rows.ToDictionary(row => row.Key, row => row.Run);
        HashSet<int> beginnings = [.. leases.Where(lease => lease.Spec.Until is not null).Select(lease => lease.Run)];
        Assert.Contains(leases, lease => lease.Beginning is not null);
        Assert.Contains(rows[(true, 2)], row => leases.Single(lease => lease.Run == row.Run).Beginning is null);
        Assert.All(leases.Where(lease => lease.Beginning is not null), lease => Assert.Contains(keys[lease.Beginning!], beginnings));
    }
}

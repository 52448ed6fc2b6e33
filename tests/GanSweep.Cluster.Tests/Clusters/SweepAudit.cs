using GanSweep.Contracts.Runs;
using GanSweep.Storage.LiteDb;
using GanSweep.Sweeps.Stores;

namespace GanSweep.Cluster.Tests.Clusters;

/// <summary>Compares what a sweep left in a store, bit for bit, with what an undisturbed one left. Reading verifies every stored hash.</summary>
internal static class SweepAudit
{
    /// <summary>Asserts that every run has completed once, without a failure or a checkpoint left, with the scores, losses and weights expected.</summary>
    public static async Task AssertSameAsync(string expectedFolder, string actualFolder, string sweepId)
    {
        await using ISweepStore expected = await OpenAsync(expectedFolder);
        await using ISweepStore actual = await OpenAsync(actualFolder);
        StoredSweep sweep = Assert.IsType<StoredSweep>(await actual.FindSweepAsync(sweepId));
        StoredSweep undisturbed = Assert.IsType<StoredSweep>(await expected.FindSweepAsync(sweepId));
        Assert.Equal((undisturbed.State, undisturbed.Counts, undisturbed.BestTotal), (sweep.State, sweep.Counts, sweep.BestTotal));
        Assert.Equal(await expected.ReadDatasetAsync(sweep.DatasetHash), await actual.ReadDatasetAsync(sweep.DatasetHash));

        Assert.Equal(await DecidedAsync(expected, sweepId), await DecidedAsync(actual, sweepId));
        IReadOnlyList<StoredRun> runs = await actual.ListRunsAsync(sweepId);
        Assert.Equal(sweep.Counts.Total, runs.Count);
        foreach (StoredRun run in runs)
        {
            Assert.Equal((RunState.Completed, 0), (run.State, run.FailedAttempts));
            Assert.Null(await actual.ReadCheckpointAsync(run.RunKey));
            AssertSame(
                Assert.IsType<RunResult>(await expected.ReadResultAsync(run.RunKey)), Assert.IsType<RunResult>(await actual.ReadResultAsync(run.RunKey)));
            Assert.Equal(await expected.ReadGeneratorAsync(run.RunKey), await actual.ReadGeneratorAsync(run.RunKey));
        }
    }

    // Whether it was looked whether more was to come, once all was done, hangs on who asked.
    private static async Task<IEnumerable<string>> DecidedAsync(ISweepStore store, string sweepId)
    {
        return (await store.ListCohortsAsync(sweepId)).Select(cohort => cohort.Json).Where(cohort => !cohort.Contains("\"trials\":[]", StringComparison.Ordinal));
    }

    // All but the seconds, which are those that the attempts took.
    private static void AssertSame(RunResult expected, RunResult actual)
    {
        Assert.Equal((expected.Scores, expected.BestEpoch, expected.Epochs), (actual.Scores, actual.BestEpoch, actual.Epochs));
        Assert.Equal(expected.History.AsEnumerable(), actual.History);
        Assert.Equal(expected.Losses.FirstEpoch, actual.Losses.FirstEpoch);
        Assert.Equal(expected.Losses.Series.Select(series => series.Name), actual.Losses.Series.Select(series => series.Name));
        Assert.All(expected.Losses.Series, series => Assert.Equal(series.Values.AsEnumerable(), actual.Losses[series.Name]));
    }

    private static Task<ISweepStore> OpenAsync(string folder)
    {
        return new LiteDbStoreKind().OpenAsync(new StoreOptions { Folder = folder, ReadOnly = true }, TestContext.Current.CancellationToken);
    }
}

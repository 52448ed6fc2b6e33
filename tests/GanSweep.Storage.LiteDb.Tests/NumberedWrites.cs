using GanSweep.Storage.LiteDb.Tests.Writer;
using GanSweep.Sweeps.Stores;

namespace GanSweep.Storage.LiteDb.Tests;

/// <summary>What must be true of a store after numbered writes and a mishap.</summary>
internal static class NumberedWrites
{
    /// <summary>Every acknowledged write is there and right; any other is there, whole and right, or not at all.</summary>
    public static async Task AssertAsync(ISweepStore store, IReadOnlyCollection<int> acknowledged, int last)
    {
        Dictionary<int, StoredRun> runs = (await store.ListRunsAsync(Writes.SweepId)).ToDictionary(run => run.Run);
        for (int number = 1; number <= last; number++)
        {
            bool isThere = Writes.IsCheckpoint(number)
                ? await IsCheckpointThereAsync(store, number)
                : await IsCompletionThereAsync(store, number, runs.GetValueOrDefault(number));
            Assert.True(isThere || !acknowledged.Contains(number), $"Write {number} was acknowledged and is not there.");
        }
    }

    private static async Task<bool> IsCheckpointThereAsync(ISweepStore store, int number)
    {
        byte[]? content = (await store.ReadCheckpointAsync(Writes.Key(number)))?.Content;
        Assert.True(content is null || content.AsSpan().SequenceEqual(Writes.Content(number)));
        return content is not null;
    }

    private static async Task<bool> IsCompletionThereAsync(ISweepStore store, int number, StoredRun? run)
    {
        string runKey = Writes.Key(number);
        StoredResult? found = (await store.FindResultsAsync([runKey])).SingleOrDefault();
        byte[]? generator = await store.ReadGeneratorAsync(runKey);
        if (run is null)
        {
            Assert.Null(found);
            Assert.Null(generator);
            return false;
        }

        Assert.Equal(Writes.Run(number), run);
        Assert.Equal(RunSummary.Of(Writes.Result(number)), found?.Summary);
        Assert.Equal(number, (await store.ReadResultAsync(runKey))?.Losses["loss"].Single());
        Assert.Equal(Writes.Content(number), generator);
        return true;
    }
}

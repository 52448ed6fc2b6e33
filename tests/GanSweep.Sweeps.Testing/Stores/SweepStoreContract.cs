using System.Collections.Immutable;
using CsCheck;
using GanSweep.Contracts.Access;
using GanSweep.Contracts.Datasets;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Scores;
using GanSweep.Evaluation.Scoring;
using GanSweep.Sweeps.Stores;
using GanSweep.Sweeps.Wire;

namespace GanSweep.Sweeps.Testing.Stores;

/// <summary>What every <see cref="ISweepStore"/> does: its tests derive from this.</summary>
public abstract class SweepStoreContract
{
    private const string Key = "aa";
    private const string OtherKey = "ab";

    private static readonly string SweepId = StoreKeys.Few.SweepIds[0];
    private static readonly string OtherSweepId = StoreKeys.Few.SweepIds[1];

    /// <summary>A place for an empty store.</summary>
    protected abstract IStorePlace NewPlace();

    [Fact]
    public async Task AnyWrites_InAnyOrder_AreThereAfterReopening()
    {
        await StoreOperations.Any.Array[1, 12].Array[1, 3].SampleAsync(
            async sessions =>
            {
                using IStorePlace place = NewPlace();
                await using MemorySweepStore model = new();
                foreach (StoreOperation[] operations in sessions)
                {
                    await using ISweepStore store = await place.OpenAsync();
                    foreach (StoreOperation operation in operations)
                    {
                        await operation.DoAsync(model);
                        await operation.DoAsync(store);
                    }

                    Assert.Equal(await StoreContent.OfAsync(model, StoreKeys.Few), await StoreContent.OfAsync(store, StoreKeys.Few));
                    Assert.Equal((await model.MeasureAsync()).Kept, (await store.MeasureAsync()).Kept);
                }

                await using ISweepStore reopened = await place.OpenAsync(readOnly: true);
                Assert.Equal(await StoreContent.OfAsync(model, StoreKeys.Few), await StoreContent.OfAsync(reopened, StoreKeys.Few));
            },
            iter: 12,
            threads: 1);
    }

    [Fact]
    public async Task ConcurrentWrites_OfOneGroup_AreDoneInTheOrderTheyWereAskedFor()
    {
        await StoreOperations.Any.Array[20, 60].SampleAsync(
            async operations =>
            {
                using IStorePlace place = NewPlace();
                await using MemorySweepStore model = new();
                await using ISweepStore store = await place.OpenAsync();
                foreach (StoreOperation operation in operations)
                {
                    await operation.DoAsync(model);
                }

                await Task.WhenAll([.. operations.Select(operation => operation.DoAsync(store))]);

                Assert.Equal(await StoreContent.OfAsync(model, StoreKeys.Few), await StoreContent.OfAsync(store, StoreKeys.Few));
            },
            iter: 8,
            threads: 1);
    }

    [Fact]
    public async Task SaveRuns_WithWhatWasDecided_KeepsTheLastOfEachCohort()
    {
        using IStorePlace place = NewPlace();
        await using ISweepStore store = await place.OpenAsync();
        await store.SaveRunsAsync(SweepId, [], [new StoredCohort(0, "a"), new StoredCohort(1, "b")]);

        await store.SaveRunsAsync(SweepId, [], [new StoredCohort(1, "c"), new StoredCohort(2, "d")]);

        Assert.Equal(["a", "c", "d"], (await store.ListCohortsAsync(SweepId)).Select(cohort => cohort.Json));
        Assert.Empty(await store.ListCohortsAsync(OtherSweepId));
    }

    [Fact]
    public async Task CompleteRun_WithAResultUnderItsKey_LeavesThatAsItIs()
    {
        using IStorePlace place = NewPlace();
        await using ISweepStore store = await place.OpenAsync();
        await store.CompleteRunAsync(Completion(SweepId, 1, Key, total: 1, generator: null));

        await store.CompleteRunAsync(Completion(OtherSweepId, 3, Key, total: 2, generator: null));

        Assert.Equal(1, (await store.ReadResultAsync(Key))!.Scores.ToScores()[Score.Total]);
        Assert.Equal([1], (await store.FindResultsAsync([Key, OtherKey])).Select(found => found.Summary.Scores.Total));
        Assert.Equal(2, Assert.Single(await store.ListRunsAsync(OtherSweepId)).Summary!.Scores.Total);
    }

    [Fact]
    public async Task CompleteRun_WithACheckpointUnderItsKey_DeletesThat()
    {
        using IStorePlace place = NewPlace();
        await using ISweepStore store = await place.OpenAsync();
        await store.SaveCheckpointAsync(Key, 1, [1]);
        await store.SaveCheckpointAsync(Key, 2, [2, 3]);
        await store.SaveCheckpointAsync(OtherKey, 7, [7]);
        Assert.Equal(2, (await store.ReadCheckpointAsync(Key))!.Epoch);

        await store.CompleteRunAsync(Completion(SweepId, 1, Key, total: 1, generator: null));

        Assert.Null(await store.ReadCheckpointAsync(Key));
        Assert.Equal(7, (await store.ReadCheckpointAsync(OtherKey))!.Epoch);
    }

    [Fact]
    public async Task CompleteRun_OfABeginning_KeepsWhereItEndedInPlaceOfItsLastCheckpointAndAfterReopening()
    {
        using IStorePlace place = NewPlace();
        await using (ISweepStore store = await place.OpenAsync())
        {
            await store.SaveCheckpointAsync(Key, 2, [2, 3]);
            await store.SaveCheckpointAsync(OtherKey, 7, [7]);

            await store.CompleteRunAsync(Completion(SweepId, 1, Key, total: 1, generator: null) with { Checkpoint = new RunCheckpoint(3, [4]), LetGo = [OtherKey, "b"] });

            Assert.Null(await store.ReadCheckpointAsync(OtherKey));
        }

        await using ISweepStore reopened = await place.OpenAsync();
        RunCheckpoint kept = (await reopened.ReadCheckpointAsync(Key))!;
        Assert.Equal((3, 4), (kept.Epoch, Assert.Single(kept.Content)));
        Assert.Equal(1, (await reopened.ReadResultAsync(Key))!.Scores.ToScores()[Score.Total]);
    }

    [Fact]
    public async Task SaveRuns_WithWhatIsLetGo_DeletesThoseCheckpointsAlone()
    {
        using IStorePlace place = NewPlace();
        await using ISweepStore store = await place.OpenAsync();
        await store.CompleteRunAsync(Completion(SweepId, 1, Key, total: 1, generator: [1]) with { Checkpoint = new RunCheckpoint(3, [4]) });
        await store.SaveCheckpointAsync(OtherKey, 7, [7]);

        await store.SaveRunsAsync(SweepId, [], letGo: [Key, "b"]);

        Assert.Null(await store.ReadCheckpointAsync(Key));
        Assert.Equal(7, (await store.ReadCheckpointAsync(OtherKey))!.Epoch);
        Assert.Equal([1], await store.ReadGeneratorAsync(Key));
        Assert.NotNull(await store.ReadResultAsync(Key));
    }

    [Fact]
    public async Task KeepGenerators_OfTwoSweeps_DeletesWhatNeitherKeeps()
    {
        using IStorePlace place = NewPlace();
        await using ISweepStore store = await place.OpenAsync();
        await store.CompleteRunAsync(Completion(SweepId, 1, Key, total: 1, generator: [1]));
        Assert.Equal([Key], await store.KeepGeneratorsAsync(OtherSweepId, [Key, OtherKey]));

        await store.CompleteRunAsync(Completion(SweepId, 2, OtherKey, total: 0, generator: [2], displaced: Key));
        Assert.Equal([1], await store.ReadGeneratorAsync(Key));

        await store.KeepGeneratorsAsync(OtherSweepId, []);
        Assert.Null(await store.ReadGeneratorAsync(Key));
        Assert.Equal([2], await store.ReadGeneratorAsync(OtherKey));
        Assert.Equal([false], (await store.FindResultsAsync([Key])).Select(found => found.HasGenerator));
    }

    [Fact]
    public async Task AppendAudit_ByManyAtOnce_NumbersThemWithoutGapsAndReadsTheLatestFirst()
    {
        using IStorePlace place = NewPlace();
        await using (ISweepStore store = await place.OpenAsync())
        {
            long[] numbers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => store.Access.AppendAuditAsync(Entry("submitted"))));
            Assert.Equal(Enumerable.Range(1, 30).Select(number => (long)number), numbers.Order());
        }

        await using ISweepStore reopened = await place.OpenAsync();
        Assert.Equal(31, await reopened.Access.AppendAuditAsync(Entry("cancelled")));
        Assert.Equal([31, 30], (await reopened.Access.ReadAuditAsync(before: null, 2)).Select(entry => entry.Number));
        Assert.Equal([2, 1], (await reopened.Access.ReadAuditAsync(before: 3, 100)).Select(entry => entry.Number));
        Assert.Equal(Entry("cancelled") with { Number = 31 }, (await reopened.Access.ReadAuditAsync(before: null, 1))[0]);
    }

    [Fact]
    public async Task ChangePasses_OfALinkThatIsUsed_LeavesTheSessionInItsPlace()
    {
        using IStorePlace place = NewPlace();
        await using ISweepStore store = await place.OpenAsync();
        StoredPass link = new("aa", PassKind.Link, AccessRole.Admin, "console", null, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddMinutes(5));
        StoredPass session = link with { Hash = "bb", Kind = PassKind.Session };
        await store.Access.ChangePassesAsync([], [link]);

        await store.Access.ChangePassesAsync([link.Hash, "cc"], [session]);

        Assert.Equal([session], await store.Access.ListPassesAsync());
    }

    [Fact]
    public async Task SaveKey_ASecondTime_ReplacesIt()
    {
        using IStorePlace place = NewPlace();
        await using ISweepStore store = await place.OpenAsync();
        StoredKey key = new("k1", "ann", AccessRole.Operator, "aa", DateTimeOffset.UnixEpoch);
        await store.Access.SaveKeyAsync(key);

        await store.Access.SaveKeyAsync(key with { RevokedAt = DateTimeOffset.UnixEpoch.AddDays(1) });

        Assert.Equal([key with { RevokedAt = DateTimeOffset.UnixEpoch.AddDays(1) }], await store.Access.ListKeysAsync());
    }

    private static AuditEntry Entry(string action)
    {
        return new AuditEntry { At = DateTimeOffset.UnixEpoch, Who = "ann (k1)", From = "127.0.0.1", Action = action, Sweep = SweepId };
    }

    private static RunCompletion Completion(string sweepId, int run, string key, double total, byte[]? generator, params ImmutableArray<string> displaced)
    {
        RunResult result = new()
        {
            Scores = new Scores { [Score.Total] = total }.ToWire(),
            BestEpoch = 1,
            Epochs = 1,
            Losses = LossHistory.Empty,
            History = [],
            Seconds = 1,
        };
        return new RunCompletion(
            sweepId,
            new StoredRun(run, key, RunState.Completed, 1, 0, null, Reused: false, RunSummary.Of(result)),
            new RunSpec(new RunConfiguration("gan", "{}"), run, StoreKeys.Few.DatasetHashes[0], 2000),
            result,
            generator,
            displaced);
    }
}

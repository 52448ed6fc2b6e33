using CsCheck;
using GanSweep.Contracts.Access;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using GanSweep.Storage.LiteDb.Files;
using GanSweep.Storage.LiteDb.Salvage;
using GanSweep.Storage.LiteDb.Tests.Files;
using GanSweep.Storage.LiteDb.Tests.Writer;
using GanSweep.Sweeps.Stores;
using GanSweep.Tables;

namespace GanSweep.Storage.LiteDb.Tests.Salvage;

public sealed class StoreVerificationTests : IAsyncLifetime
{
    private const int Last = 24;
    private const int Runs = Last / 2;
    private const int PageSize = 8192;
    private readonly TemporaryFolder _folder = new();
    private byte[] _whole = [];

    private static StoredSweep Sweep => new(
        Writes.SweepId, "{}", Writes.DatasetHash, SweepState.Completed, DateTimeOffset.UnixEpoch, null, new SweepCounts(Runs, Runs, 0, 0, 0, 0), 1, new TableSize(10, 2));

    public async ValueTask InitializeAsync()
    {
        await using (ISweepStore store = await _folder.OpenAsync())
        {
            await store.SaveDatasetAsync(Writes.DatasetHash, Writes.Content(99));
            await store.SaveYardsticksAsync("key", new Yardsticks(new Scores { [Score.Total] = 0.5 }, new Scores { [Score.Total] = 1 }));
            await store.SaveSweepAsync(Sweep);
            for (int number = 1; number <= Last; number++)
            {
                await Writes.DoAsync(store, number);
            }

            // Replaced and deleted documents leave holes.
            await store.SaveCheckpointAsync(Writes.Key(2), 2, Writes.Content(2));
            await store.SaveCheckpointAsync("gone", 1, new byte[3_000_000]);
            await store.SaveCheckpointAsync("gone", 2, []);
        }

        _whole = await File.ReadAllBytesAsync(_folder.Data, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Verify_AWholeStore_CountsAllOfItAndChangesNothing()
    {
        StoreVerdict verdict = await VerifyAsync(_folder);

        Assert.Empty(verdict.Faults);
        Assert.True(verdict.IsWhole);
        Assert.Equal(
            [new("tables", 1, 0), new("yardsticks", 1, 0), new("results", Runs, 0), new("generators", Runs, 0), new("checkpoints", Runs + 1, 0), new("runs", Runs, 0), new("sweeps", 1, 0)],
            verdict.Content);
        Assert.Equal(_whole, await File.ReadAllBytesAsync(_folder.Data, TestContext.Current.CancellationToken));
        Assert.Equal(["gansweep-log.db", "gansweep.db", "gansweep.lock"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task Repair_OfAWholeStore_IsACopy()
    {
        using TemporaryFolder target = new();

        Assert.True((await VerifyAsync(_folder, target)).IsWhole);

        Assert.Equal((await VerifyAsync(_folder)).Content, (await VerifyAsync(target)).Content);
        await using ISweepStore store = await target.OpenAsync();
        await NumberedWrites.AssertAsync(store, [.. Enumerable.Range(1, Last)], Last);
        Assert.Equal(Sweep, Assert.Single(await store.ListSweepsAsync()));
        Assert.Equal(Writes.Content(99), await store.ReadDatasetAsync(Writes.DatasetHash));
        Assert.False(Directory.Exists(target.Path + ".partial"));
    }

    [Fact]
    public async Task Repair_OfAStoreWithKeys_KeepsThemAndTheLogAndEndsSessions()
    {
        StoredKey key = new("k1", "ann", AccessRole.Admin, "aa", DateTimeOffset.UnixEpoch);
        AuditEntry entry = new() { At = DateTimeOffset.UnixEpoch, Who = "console", From = "console", Action = "created a key" };
        await using (ISweepStore store = await _folder.OpenAsync())
        {
            await store.Access.SaveKeyAsync(key);
            await store.Access.ChangePassesAsync([], [new StoredPass("bb", PassKind.Session, AccessRole.Admin, "ann", "k1", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch)]);
            await store.Access.AppendAuditAsync(entry);
            await store.Access.AppendAuditAsync(entry);
        }

        using TemporaryFolder target = new();
        StoreVerdict verdict = await VerifyAsync(_folder, target);

        Assert.True(verdict.IsWhole);
        Assert.Contains(new StoredKind("keys", 1, 0), verdict.Content);
        Assert.Contains(new StoredKind("entries of the log", 2, 0), verdict.Content);
        await using ISweepStore saved = await target.OpenAsync();
        Assert.Equal([key], await saved.Access.ListKeysAsync());
        Assert.Empty(await saved.Access.ListPassesAsync());
        Assert.Equal(3, await saved.Access.AppendAuditAsync(entry));
    }

    // Whatever is damaged, what is told to be whole is, and the sweep goes on with it.
    [Fact]
    public async Task Repair_OfAnyDamage_SavesOnlyWhatIsRight()
    {
        const int Times = 25;
        int lost = 0;
        await Gen.Select(Gen.Int[0, int.MaxValue - 1], Gen.Int[1, 12]).SampleAsync(
            async (seed, pages) => Interlocked.Add(ref lost, await RepairAsync(Damaged(new Random(seed), pages))),
            iter: Times,
            threads: 2);

        // Not all of it every time, nor nothing.
        Assert.InRange(lost, 5, Times * Runs * 3);
    }

    [Fact]
    public async Task Repair_WithoutTheFirstPageOrAnIndex_SavesEverything()
    {
        byte[] content = [.. _whole];
        for (int page = 0; page < content.Length; page += PageSize)
        {
            // Empty, header, collection, index: what is no data.
            if (content[page + 4] != 4)
            {
                content.AsSpan(page, PageSize).Fill(0xEE);
            }
        }

        Assert.Equal(0, await RepairAsync(content));
    }

    [Fact]
    public async Task Verify_AnEmptyRemainder_FindsNothingAndSaysSo()
    {
        await File.WriteAllBytesAsync(_folder.Data, new byte[5 * PageSize], TestContext.Current.CancellationToken);

        StoreVerdict verdict = await VerifyAsync(_folder);

        Assert.All(verdict.Content, kind => Assert.Equal(0, kind.Whole));
        Assert.Contains("5 of 5 pages", verdict.Faults[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Open_AStoreThatIsShort_SaysSoAtOnce(bool readOnly)
    {
        await File.WriteAllBytesAsync(_folder.Data, _whole[..^PageSize], TestContext.Current.CancellationToken);

        StoreDamagedException damaged = await Assert.ThrowsAsync<StoreDamagedException>(() => _folder.OpenAsync(readOnly));

        Assert.Contains($"it has {_whole.Length - PageSize:N0} bytes, and {_whole.Length:N0} were written.", damaged.Message, StringComparison.Ordinal);
        Assert.Contains(
            (await VerifyAsync(_folder)).Faults,
            fault => fault == $"The file is too short: it has {_whole.Length - PageSize:N0} bytes of {_whole.Length:N0}.");
    }

    [Fact]
    public async Task Verify_AStoreWithASealedLog_CountsWhatIsInTheLog()
    {
        await SealAsync();

        StoreVerdict verdict = await VerifyAsync(_folder);

        Assert.Empty(verdict.Faults);
        Assert.Contains(new StoredKind("results", Runs + 1, 0), verdict.Content);
        using TemporaryFolder target = new();
        await VerifyAsync(_folder, target);
        await using ISweepStore store = await target.OpenAsync();
        await NumberedWrites.AssertAsync(store, [.. Enumerable.Range(1, Last + 1)], Last + 1);
    }

    [Fact]
    public async Task Verify_ASealedLogWithAChangedByte_SaysWhatIsLostAndSavesTheRest()
    {
        await SealAsync();
        byte[] log = await File.ReadAllBytesAsync(_folder.Log, TestContext.Current.CancellationToken);
        log[5000] ^= 1;
        await File.WriteAllBytesAsync(_folder.Log, log, TestContext.Current.CancellationToken);

        StoreVerdict verdict = await VerifyAsync(_folder);

        Assert.Equal($"The last writes are lost with the log {_folder.Log}: it was sealed and has changed since.", verdict.Faults[0]);
        Assert.Contains(new StoredKind("results", Runs, 0), verdict.Content);
    }

    [Fact]
    public async Task Verify_AStoreInUse_IsRefused()
    {
        await using ISweepStore store = await _folder.OpenAsync();

        await Assert.ThrowsAsync<StoreInUseException>(() => VerifyAsync(_folder));
    }

    [Fact]
    public async Task Repair_ToAFolderThatIsNotEmpty_IsRefusedAndLeavesIt()
    {
        using TemporaryFolder target = new();
        string other = Path.Combine(target.Path, "other");
        await File.WriteAllTextAsync(other, "mine", TestContext.Current.CancellationToken);

        StoreFolderException refused = await Assert.ThrowsAsync<StoreFolderException>(() => VerifyAsync(_folder, target));

        Assert.Contains("--repair-to", refused.Message, StringComparison.Ordinal);
        Assert.Equal([other], Directory.GetFileSystemEntries(target.Path));
    }

    // What goes when a repair fails is what it made itself.
    [Fact]
    public async Task Repair_WhereItsOwnFolderIsSomebodyElses_IsRefusedAndLeavesIt()
    {
        using TemporaryFolder target = new();
        string partial = target.Path + ".partial";
        Directory.CreateDirectory(partial);
        string other = Path.Combine(partial, "other");
        await File.WriteAllTextAsync(other, "mine", TestContext.Current.CancellationToken);

        StoreFolderException refused = await Assert.ThrowsAsync<StoreFolderException>(() => VerifyAsync(_folder, target));

        Assert.Equal(partial, refused.Folder);
        Assert.Equal("mine", await File.ReadAllTextAsync(other, TestContext.Current.CancellationToken));
        Directory.Delete(partial, recursive: true);
    }

    [Fact]
    public async Task Verify_ThatIsGivenUp_EndsAndLeavesNothing()
    {
        using TemporaryFolder target = new();
        using CancellationTokenSource stop = new();
        StoreFiles files = new(_folder.Path);
        await stop.CancelAsync();

        Assert.Throws<OperationCanceledException>(() => StoreVerification.Verify(files, target.Path, stop.Token));

        Assert.Empty(Directory.GetFileSystemEntries(target.Path));
        Assert.False(Directory.Exists(target.Path + ".partial"));
    }

    [Fact]
    public async Task Repair_OfASweepWithoutItsTable_KeepsItsRunsForTheNextSubmission()
    {
        byte[] content = [.. _whole];
        content[content.AsSpan().IndexOf(Writes.Content(99).AsSpan(0, 900)) + 500] ^= 1;

        using TemporaryFolder source = new();
        using TemporaryFolder target = new();
        await File.WriteAllBytesAsync(source.Data, content, TestContext.Current.CancellationToken);
        StoreVerdict verdict = await VerifyAsync(source, target);

        Assert.Contains(new StoredKind("sweeps", 0, 1), verdict.Content);
        Assert.Contains(verdict.Faults, fault => fault.StartsWith($"Submit the sweep.json of {Writes.SweepId} again, with its table", StringComparison.Ordinal));
        await using ISweepStore store = await target.OpenAsync();
        Assert.NotEmpty(await store.ListRunsAsync(Writes.SweepId));
        Assert.Empty(await store.ListSweepsAsync());
    }

    /// <returns>How many results, generators and runs were lost.</returns>
    private static async Task<int> RepairAsync(byte[] content)
    {
        using TemporaryFolder source = new();
        using TemporaryFolder target = new();
        await File.WriteAllBytesAsync(source.Data, content, TestContext.Current.CancellationToken);

        StoreVerdict verdict = await VerifyAsync(source, target);

        Assert.NotEmpty(verdict.Faults);
        StoreVerdict saved = await VerifyAsync(target);
        Assert.Empty(saved.Faults);
        Assert.Equal(verdict.Content.Select(kind => kind.Whole), saved.Content.Select(kind => kind.Whole));
        await using ISweepStore store = await target.OpenAsync();
        IReadOnlyList<StoredRun> runs = await store.ListRunsAsync(Writes.SweepId);
        Assert.All(runs, run => Assert.Equal(Writes.Run(run.Run), run));
        int results = 0;
        int generators = 0;
        for (int number = 1; number <= Last; number++)
        {
            string key = Writes.Key(number);
            byte[]? bytes = Writes.IsCheckpoint(number) ? (await store.ReadCheckpointAsync(key))?.Content : await store.ReadGeneratorAsync(key);
            Assert.True(bytes is null || bytes.AsSpan().SequenceEqual(Writes.Content(number)));
            RunResult? result = await store.ReadResultAsync(key);
            Assert.True(result is null || result.Losses["loss"].Single() == number);
            Assert.True(result is not null || runs.All(run => run.RunKey != key));
            results += result is null ? 0 : 1;
            generators += bytes is null || Writes.IsCheckpoint(number) ? 0 : 1;
        }

        if (await store.FindSweepAsync(Writes.SweepId) is { } sweep)
        {
            // It finds out what it lacks when it goes on.
            Assert.Equal(SweepState.Running, sweep.State);
            Assert.Equal(new SweepCounts(Runs, runs.Count, 0, 0, Runs - runs.Count, 0), sweep.Counts);
        }

        return (Runs - results) + (Runs - generators) + (Runs - runs.Count);
    }

    private byte[] Damaged(Random luck, int pages)
    {
        byte[] content = [.. _whole];
        for (; pages > 0; pages--)
        {
            int page = luck.Next(content.Length / PageSize) * PageSize;
            if (luck.Next(3) == 0)
            {
                content.AsSpan(page, PageSize).Clear();
            }
            else
            {
                content[page + luck.Next(PageSize)] ^= (byte)(1 << luck.Next(8));
            }
        }

        return luck.Next(4) == 0 ? content[..^luck.Next(1, content.Length / 2)] : content;
    }

    // The disk fills up when the first page of the log was to go to its place: the log is sealed and stays.
    private async Task SealAsync()
    {
        FailingDisk disk = new();
        await using LiteDbSweepStore store = await LiteDbSweepStore.OpenAsync(new FailingFiles(_folder.Path, disk), new StoreOptions { Folder = _folder.Path });
        disk.FullFile = Path.GetFileName(_folder.Data);
        await Assert.ThrowsAsync<StoreWriteException>(() => Writes.DoAsync(store, Last + 1));
    }

    private static Task<StoreVerdict> VerifyAsync(TemporaryFolder folder, TemporaryFolder? repairTo = null)
    {
        return new LiteDbStoreKind().VerifyAsync(folder.Path, repairTo?.Path, TestContext.Current.CancellationToken);
    }
}

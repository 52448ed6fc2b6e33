using System.IO.Compression;
using System.Text.Json;
using GanSweep.Contracts.Access;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Evaluation.Scoring;
using GanSweep.Sweeps.Stores;

namespace GanSweep.Storage.LiteDb.Tests.Kept;

/// <summary>
/// A store that version 0.1 wrote is read. <c>gansweep.db.gz</c> holds a sweep of eight runs that ended, and one that waits;
/// <c>leaderboard.json</c> is what that version's <c>leaderboard --json</c> said of the first, <c>show.json</c> what its <c>show --json</c>
/// said of run 1, with losses that had no names.
/// </summary>
public sealed class KeptStoreTests : IAsyncLifetime
{
    private const string Ended = "kept-7d18d454";
    private const string Waiting = "waiting-8251facd";

    private readonly TemporaryFolder _folder = new();
    private readonly JsonDocument _board = JsonDocument.Parse(File.ReadAllText(Kept("leaderboard.json")));

    public async ValueTask InitializeAsync()
    {
        await using FileStream packed = File.OpenRead(Kept("gansweep.db.gz"));
        await using GZipStream unpacked = new(packed, CompressionMode.Decompress);
        await using FileStream data = File.Create(_folder.Data);
        await unpacked.CopyToAsync(data);
    }

    public ValueTask DisposeAsync()
    {
        _board.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Sweeps_OfTheVersionBefore_AreReadWithTheirYardsticks()
    {
        await using ISweepStore store = await _folder.OpenAsync();

        StoredSweep ended = (await store.FindSweepAsync(Ended))!;

        Assert.Equal([Ended, Waiting], (await store.ListSweepsAsync()).Select(sweep => sweep.SweepId));
        Assert.Equal((SweepState.Completed, new SweepCounts(8, 8, 0, 0, 0, 0)), (ended.State, ended.Counts));
        AssertScores(_board.RootElement.GetProperty("floor"), ended.Yardsticks!.Floor);
        AssertScores(_board.RootElement.GetProperty("secondSample"), ended.Yardsticks.SecondSample);
        Assert.Equal(
            _board.RootElement.GetProperty("unseen").EnumerateObject().Select(range => (range.Name, range.Value.GetProperty("high").GetDouble())),
            ended.Yardsticks.Unseen.Select(range => (range.Score.Name, range.High)));
        foreach ((JsonElement expected, var baseline) in _board.RootElement.GetProperty("baselines").EnumerateArray().Zip(ended.Yardsticks.Baselines))
        {
            Assert.Equal(expected.GetProperty("name").GetString(), baseline.Name);
            AssertScores(expected.GetProperty("scores"), baseline.Scores);
        }
    }

    [Fact]
    public async Task Access_OfTheVersionBefore_IsEmptyAndTakesAKey()
    {
        await using ISweepStore store = await _folder.OpenAsync();
        Assert.Empty(await store.Access.ListKeysAsync());
        Assert.Empty(await store.Access.ListPassesAsync());
        Assert.Empty(await store.Access.ReadAuditAsync(before: null, 10));

        await store.Access.SaveKeyAsync(new StoredKey("k1", "ann", AccessRole.Admin, "aa", DateTimeOffset.UnixEpoch));

        Assert.Single(await store.Access.ListKeysAsync());
    }

    [Fact]
    public async Task Verify_AStoreOfTheVersionBefore_FindsItWholeAndSavesAllOfIt()
    {
        using TemporaryFolder saved = new();

        StoreVerdict verdict = await new LiteDbStoreKind().VerifyAsync(_folder.Path, saved.Path, TestContext.Current.CancellationToken);

        Assert.Empty(verdict.Faults);
        Assert.Contains(new StoredKind("results", 10, 0), verdict.Content);
        await using ISweepStore before = await _folder.OpenAsync();
        await using ISweepStore after = await saved.OpenAsync();
        Assert.Equivalent(await before.ListSweepsAsync(), await after.ListSweepsAsync(), strict: true);
        foreach (StoredRun run in await before.ListRunsAsync(Ended))
        {
            Assert.Equivalent(await before.ReadResultAsync(run.RunKey), await after.ReadResultAsync(run.RunKey), strict: true);
            Assert.Equal(await before.ReadGeneratorAsync(run.RunKey), await after.ReadGeneratorAsync(run.RunKey));
        }
    }

    [Fact]
    public async Task Runs_OfTheVersionBefore_AreReadWithTheirScoresLossesAndGenerators()
    {
        await using ISweepStore store = await _folder.OpenAsync();
        Dictionary<int, StoredRun> runs = (await store.ListRunsAsync(Ended)).ToDictionary(run => run.Run);

        Assert.Equal(8, runs.Count);
        foreach (JsonElement expected in _board.RootElement.GetProperty("runs").EnumerateArray())
        {
            StoredRun run = runs[expected.GetProperty("run").GetInt32()];
            Assert.Equal((expected.GetProperty("key").GetString(), RunState.Completed), (run.RunKey, run.State));
            AssertScores(expected.GetProperty("scores"), run.Summary!.Scores);
            RunResult result = (await store.ReadResultAsync(run.RunKey))!;
            Assert.Equal((20, 20), (result.Losses.Count, result.Epochs));
            Assert.Equal([10, 20], result.History.Select(point => point.Epoch));
            Assert.Equal(expected.GetProperty("bestEpoch").GetInt32(), result.BestEpoch);
            Assert.Equal(expected.GetProperty("generatorKept").GetBoolean(), await store.ReadGeneratorAsync(run.RunKey) is not null);
        }
    }

    [Fact]
    public async Task Losses_OfTheVersionBefore_AreReadUnderTheirNames()
    {
        await using ISweepStore store = await _folder.OpenAsync();
        using JsonDocument shown = JsonDocument.Parse(await File.ReadAllTextAsync(Kept("show.json"), TestContext.Current.CancellationToken));

        LossHistory losses = (await store.ReadResultAsync(shown.RootElement.GetProperty("key").GetString()!))!.Losses;

        Assert.Equal(
            shown.RootElement.GetProperty("losses").EnumerateObject().Skip(1).Select(series => (series.Name, string.Join(' ', series.Value.EnumerateArray().Select(value => value.GetSingle())))),
            losses.Series.Select(series => (series.Name, string.Join(' ', series.Values))));
        Assert.Equal(1, losses.FirstEpoch);
    }

    [Fact]
    public async Task WaitingSweep_OfTheVersionBefore_CanGoOn()
    {
        await using ISweepStore store = await _folder.OpenAsync();

        StoredSweep waiting = (await store.FindSweepAsync(Waiting))!;
        Assert.Equal((SweepState.Running, new SweepCounts(3, 2, 0, 0, 1, 0)), (waiting.State, waiting.Counts));
        Assert.Equal([1, 2], (await store.ListRunsAsync(Waiting)).Select(run => run.Run));
        Assert.All(await store.ListRunsAsync(Waiting), run => Assert.Equal(RunState.Completed, run.State));
        Assert.NotNull(await store.ReadDatasetAsync(waiting.DatasetHash));
    }

    // The leaderboard's total is by the sweep's weights, the store's by equal ones.
    private static void AssertScores(JsonElement expected, Scores actual)
    {
        foreach (Score score in Score.All.Append(Score.JsAdversarial).Where(score => expected.TryGetProperty(score.Name, out _)))
        {
            JsonElement value = expected.GetProperty(score.Name);
            Assert.Equal(value.ValueKind == JsonValueKind.Null ? null : value.GetDouble(), actual[score]);
        }
    }

    private static string Kept(string file)
    {
        return Path.Combine(AppContext.BaseDirectory, "Kept", file);
    }
}

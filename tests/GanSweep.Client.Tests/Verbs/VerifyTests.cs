using GanSweep.Client.Errors;
using GanSweep.Client.Tests.Fakes;
using GanSweep.Contracts.Sweeps;
using GanSweep.Silo;
using GanSweep.Sweeps.Stores;

namespace GanSweep.Client.Tests.Verbs;

public sealed class VerifyTests : IAsyncLifetime
{
    private readonly ConsoleRun _console = new();
    private readonly TemporaryFolder _folder = new();
    private readonly string _data;
    private readonly string _repaired;

    public VerifyTests()
    {
        _data = _folder.File("data");
        _repaired = _folder.File("repaired");
    }

    private string Store => Path.Combine(_data, "gansweep.db");

    public async ValueTask InitializeAsync()
    {
        await using ISweepStore store = await Stores.Kinds.OpenAsync(new StoreOptions { Folder = _data }, TestContext.Current.CancellationToken);
        await store.SaveDatasetAsync("hash", new byte[] { 1, 2, 3 });
        await store.SaveSweepAsync(new StoredSweep(
            "tiny-00000000", "{}", "hash", SweepState.Running, Boards.SubmittedAt, null, new SweepCounts(3, 0, 0, 0, 3, 0), null));
    }

    public ValueTask DisposeAsync()
    {
        _console.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Verify_AWholeStore_SaysSo()
    {
        Assert.Equal(ExitCode.Done, await _console.RunAsync("verify", "--data", _data));

        Assert.StartsWith($"{_data}: whole", _console.Output, StringComparison.Ordinal);
        Assert.Contains("sweeps       1 whole", _console.Output);
        Assert.Empty(_console.Sessions.Requests);
    }

    [Fact]
    public async Task Verify_ADamagedStore_SaysWhatIsLostAndHowToSaveTheRest()
    {
        Damage();

        Assert.Equal(ExitCode.Failed, await _console.RunAsync("verify", "--data", _data));

        Assert.Contains("pages of 8,192 bytes are not what was written there", _console.Output);
        Assert.Contains("--repair-to", _console.Output);
    }

    [Fact]
    public async Task Verify_WithRepair_WritesWhatIsWholeAndLeavesTheStore()
    {
        byte[] before = Damage();

        Assert.Equal(ExitCode.Done, await _console.RunAsync("verify", "--data", _data, "--repair-to", _repaired, "--json"));

        Assert.Contains("\"whole\": false", _console.Output);
        Assert.Contains("\"repairedTo\"", _console.Output);
        Assert.Equal(before, await File.ReadAllBytesAsync(Store, TestContext.Current.CancellationToken));
        await using ISweepStore store = await Stores.Kinds.OpenAsync(new StoreOptions { Folder = _repaired }, TestContext.Current.CancellationToken);
        Assert.Equal("tiny-00000000", Assert.Single(await store.ListSweepsAsync()).SweepId);
    }

    [Theory]
    [InlineData("nothing", "it holds no store.")]
    [InlineData("file", "it holds no store.")]
    public async Task Verify_WhereThereIsNoStore_SaysSo(string name, string expected)
    {
        string other = name == "file" ? _folder.File(name, "text") : _folder.File(name);

        Assert.Equal(ExitCode.Failed, await _console.RunAsync("verify", "--data", other));

        Assert.Contains(expected, _console.Error);
    }

    // The first page: without it the database does not know what it holds.
    private byte[] Damage()
    {
        byte[] content = File.ReadAllBytes(Store);
        content.AsSpan(0, 8192).Fill(0xAA);
        File.WriteAllBytes(Store, content);
        return content;
    }
}

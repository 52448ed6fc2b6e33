using GanSweep.Client.Output;
using GanSweep.Client.Sessions;
using GanSweep.Client.Sweeps;
using GanSweep.Client.Tests.Fakes;
using GanSweep.Contracts.Datasets;
using GanSweep.Contracts.Sweeps;
using GanSweep.Tables;
using GanSweep.Tables.Formats;
using Microsoft.Extensions.Time.Testing;
using Spectre.Console.Testing;

namespace GanSweep.Client.Tests.Sweeps;

public sealed class SubmitterTests : IAsyncLifetime
{
    private readonly TestConsole _console = new TestConsole().Width(200);
    private readonly TemporaryFolder _folder = new();
    private readonly FakeSessions _sessions = new();
    private readonly FakeTimeProvider _time = new();
    private SweepFile _file = null!;

    public async ValueTask InitializeAsync()
    {
        // Three parts, the last of them not whole.
        _folder.File("table.csv", "a,b\n" + string.Concat(Enumerable.Range(0, 170_000).Select(row => $"{row + 7},{row}.5\n")));
        _file = await SweepFile.ReadAsync(
            _folder.File("sweep.json", """{ "name": "big", "dataset": "table.csv" }"""), null, new ErrorConsole(_console), _time, TestContext.Current.CancellationToken);
    }

    private byte[] Content => CanonicalTable.Write(_file.Table);

    private FakeDataset Dataset => _sessions.Grains.Dataset(_file.DatasetHash);

    private FakeSweep Sweep => _sessions.Grains.Sweep(_file.SweepId);

    public ValueTask DisposeAsync()
    {
        _console.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task SubmitAsync_UploadThatWasCutOff_GoesOnFromThere()
    {
        Dataset.Begin(Content.AsSpan(..1_500_000));

        await SubmitAsync();

        Assert.Equal(Content, Dataset.Content);
        Assert.Equal(Content.Length - 1_500_000, Dataset.Parts.Sum(part => part.Length));
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(4_000_000)]
    public async Task SubmitAsync_OtherBytesThereBefore_BeginsOnceMoreFromTheStart(int otherBytes)
    {
        Dataset.Begin(new byte[otherBytes]);

        await SubmitAsync();

        Assert.Equal(Content, Dataset.Content);
        Assert.Equal(2, Dataset.Commits);
    }

    [Fact]
    public async Task SubmitAsync_TableThatNeverArrivesWhole_FailsAfterTheSecondTry()
    {
        FakeDataset damaging = new("another hash");
        _sessions.Grains.Datasets.Add(_file.DatasetHash, damaging);

        await Assert.ThrowsAsync<InvalidDatasetException>(SubmitAsync);

        Assert.Equal(2, damaging.Commits);
        Assert.Empty(Sweep.Submissions);
    }

    [Fact]
    public async Task SubmitAsync_LostInTheUpload_GoesOnWhenTheClusterIsBack()
    {
        Dataset.LostAnswers.Enqueue(Lost());
        Dataset.LostAnswers.Enqueue(Lost());

        SweepSummary summary = await SubmitAsync();

        Assert.Equal(_file.SweepId, summary.SweepId);
        Assert.Equal(Content, Dataset.Content);
        Assert.Equal(3, Dataset.Parts.Count);
        Assert.Contains("The cluster does not answer: the connection broke. Trying again …", _console.Output);
        Assert.EndsWith("Connected again.\n", _console.Output);
    }

    [Fact]
    public async Task SubmitAsync_AnswerLost_SubmitsAgainWithoutAnotherUpload()
    {
        Sweep.LostAnswers.Enqueue(Lost());

        await SubmitAsync();

        Assert.Equal([_file.Submission, _file.Submission], Sweep.Submissions);
        Assert.Equal(1, Dataset.Commits);
    }

    [Fact]
    public async Task SubmitAsync_ClusterDoesNotComeBack_GivesUpAfterAMinute()
    {
        for (int i = 0; i < 1000; i++)
        {
            Sweep.LostAnswers.Enqueue(Lost());
        }

        DateTimeOffset start = _time.GetUtcNow();
        SubmissionLostException exception = await Assert.ThrowsAsync<SubmissionLostException>(SubmitAsync);

        Assert.Contains(_file.SweepId, exception.Message);
        Assert.InRange(_time.GetUtcNow() - start, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(90));
    }

    private static ClusterLostException Lost()
    {
        return new ClusterLostException(new GatewayAddress("localhost", 30000), "the connection broke");
    }

    private async Task<SweepSummary> SubmitAsync()
    {
        await using ISweepSession session = await _sessions.OpenAsync(new SessionRequest { DataFolder = "" }, TestContext.Current.CancellationToken);
        Submitter submitter = new(new ErrorConsole(_console), _time);
        return await _time.PassForAsync(submitter.SubmitAsync(session, _file, TestContext.Current.CancellationToken));
    }
}

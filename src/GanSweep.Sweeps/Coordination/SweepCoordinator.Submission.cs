using GanSweep.Contracts.Sweeps;
using GanSweep.Gan.Engines;
using GanSweep.Settings.Reading;
using GanSweep.Sweeps.Definitions;
using GanSweep.Sweeps.Stores;
using GanSweep.Tables;

namespace GanSweep.Grains.Sweeps;

// What a submission must be, and what is done with it.
public sealed partial class SweepGrain
{
    private async Task<SweepSummary> SubmitOneAsync(SweepSubmission submission)
    {
        if (_book is null)
        {
            SweepDefinition definition = Validated(submission);
            await ReadTableAsync(submission.DatasetHash);
            SweepCounts counts = new(definition.RunCount, 0, 0, 0, definition.RunCount, 0);
            StoredSweep stored = new(
                SweepId, submission.Json, submission.DatasetHash, SweepState.Running, time.GetUtcNow(), Yardsticks: null, counts, BestTotal: null);
            await WriteAsync(store.SaveSweepAsync(stored));
            LogSubmitted(SweepId, definition.RunCount);
            await OpenAsync(stored);
        }
        else if (Book.Stored.State == SweepState.Cancelled)
        {
            await GoOnAsync();
        }

        await AnnounceAsync();
        return Book.Summary();
    }

    private async Task GoOnAsync()
    {
        await WriteAsync(store.SaveSweepAsync(Book.Update(SweepState.Running, Book.Stored.Yardsticks)));
        LogResumed(SweepId);
        await PrepareAsync();
        await AnnounceAsync();
    }

    // Should the dispatcher have been restarted just now, it finds the sweep in the store by itself.
    private Task AnnounceAsync()
    {
        return GrainFactory.GetGrain<IDispatcherGrain>(0).AnnounceAsync(SweepId);
    }

    private SweepDefinition Validated(SweepSubmission submission)
    {
        if (submission.Json.Length > MaxJsonLength)
        {
            throw new InvalidSubmissionException($"The sweep's text has {submission.Json.Length:N0} characters; at most {MaxJsonLength:N0} are taken.");
        }

        SweepDefinition definition;
        try
        {
            definition = SweepDefinition.Parse(submission.Json, models);
        }
        catch (InvalidSettingsException invalid)
        {
            throw new InvalidSubmissionException(invalid.Message);
        }

        string id = GanSweep.Sweeps.Keys.SweepId.Compute(definition, submission.DatasetHash, EngineVersion.Current);
        return id == SweepId
            ? definition
            : throw new InvalidSubmissionException(
                $"The sweep was submitted as {SweepId}, but this coordinator makes it {id}. Use the same GanSweep version on both sides.");
    }

    private async Task<Table> ReadTableAsync(string datasetHash)
    {
        byte[] content = await store.ReadDatasetAsync(datasetHash)
            ?? throw new InvalidSubmissionException($"The store does not hold the table {datasetHash}. Upload it before the sweep is submitted.");
        try
        {
            return TableReader.Parse(content, $"table {datasetHash}");
        }
        catch (TableException invalid)
        {
            throw new InvalidSubmissionException(invalid.Message);
        }
    }
}

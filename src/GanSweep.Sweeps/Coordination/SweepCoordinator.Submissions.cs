using GanSweep.Contracts.Sweeps;
using GanSweep.Settings.Reading;
using GanSweep.Sweeps.Definitions;
using GanSweep.Sweeps.Keys;
using GanSweep.Sweeps.Stores;
using GanSweep.Sweeps.Views;
using GanSweep.Sweeps.Wire;
using GanSweep.Tables;

namespace GanSweep.Sweeps.Coordination;

// What a submission must be, and what is done with it.
public sealed partial class SweepCoordinator
{
    // Far above what a person writes, far below what hurts.
    private const int MaxJsonLength = 1 << 20;

    private Task<SweepSummary>? _lastSubmission;

    /// <summary>Takes the sweep on, once; a second submission of the same sweep finds it as it stands, and goes on with a cancelled one.</summary>
    /// <exception cref="InvalidSubmissionException">The text is not valid, or is not that of this sweep's id, or the table is missing.</exception>
    public Task<SweepSummary> SubmitAsync(SweepSubmission submission)
    {
        ArgumentNullException.ThrowIfNull(submission);
        return _lastSubmission = SubmitAfterAsync(_lastSubmission ?? Task.CompletedTask, submission);
    }

    // Two that come together are taken one after the other, so that the second finds what the first has made.
    private async Task<SweepSummary> SubmitAfterAsync(Task earlier, SweepSubmission submission)
    {
        await earlier.ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
        if (_book is null)
        {
            SweepDefinition definition = Validated(submission);
            Table table = await store.ReadTableAsync(submission.DatasetHash);
            Demand(() => TableCheck.Check(definition, table, engine));
            SweepCounts counts = new(definition.RunCount, 0, 0, 0, definition.RunCount, 0);
            StoredSweep stored = new(
                sweepId, submission.Json, submission.DatasetHash, SweepState.Running, time.GetUtcNow(), Yardsticks: null, counts, BestTotal: null, table.Size,
                submission.HasFormerDefaults, submission.HasExactValues);
            await WriteAsync(() => store.SaveSweepAsync(stored));
            events.Submitted(definition.RunCount);
            await OpenAsync(stored, definition, table);
        }
        else if (Book.Stored.State == SweepState.Cancelled)
        {
            await ResumeAsync();
        }

        return Book.Summary();
    }

    private SweepDefinition Validated(SweepSubmission submission)
    {
        if (submission.Json.Length > MaxJsonLength)
        {
            throw new InvalidSubmissionException($"The sweep's text has {submission.Json.Length:N0} characters; at most {MaxJsonLength:N0} are taken.");
        }

        SweepDefinition definition = Demand(() => SweepDefinition.Restore(submission.Json, models, submission.AsOf()));
        string id = SweepId.Compute(definition, submission.DatasetHash, engine.OfSweep(definition.Alternatives.Models));
        return id == sweepId
            ? definition
            : throw new InvalidSubmissionException(
                $"The sweep was submitted as {sweepId}, but this coordinator makes it {id}. Use the same GanSweep version on both sides.");
    }

    private static T Demand<T>(Func<T> check)
    {
        try
        {
            return check();
        }
        catch (InvalidSettingsException invalid)
        {
            throw new InvalidSubmissionException(invalid.Message);
        }
    }
}

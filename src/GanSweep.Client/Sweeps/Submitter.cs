using GanSweep.Client.Output;
using GanSweep.Client.Progress;
using GanSweep.Client.Sessions;
using GanSweep.Contracts.Datasets;
using GanSweep.Contracts.Sweeps;
using GanSweep.Services.Submissions;

namespace GanSweep.Client.Sweeps;

/// <summary>Brings a sweep to its coordinator: first the table, if its store lacks it, then the sweep.</summary>
/// <param name="error">Standard error.</param>
/// <param name="time">The clock.</param>
internal sealed class Submitter(ErrorConsole error, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Submits; a sweep that was submitted before is found as it stands. Waits for a cluster that is lost meanwhile.</summary>
    /// <exception cref="SubmissionLostException">The cluster was lost, and has not come back within a minute.</exception>
    public Task<SweepSummary> SubmitAsync(ISweepSession session, SweepFile file, CancellationToken cancellationToken)
    {
        return AskAsync(file.SweepId, () => SubmitOnceAsync(session, file, cancellationToken), cancellationToken);
    }

    /// <summary>Submits a sweep whose table its store has.</summary>
    /// <exception cref="SubmissionLostException">The cluster was lost, and has not come back within a minute.</exception>
    /// <exception cref="InvalidSubmissionException">The store has no such table.</exception>
    public Task<SweepSummary> SubmitAsync(ISweepSession session, string sweepId, SweepSubmission submission, CancellationToken cancellationToken)
    {
        return AskAsync(sweepId, () => session.GetSweep(sweepId).SubmitAsync(submission).WaitAsync(cancellationToken), cancellationToken);
    }

    /// <summary>Submits a sweep that is to be trained in this process, and so resumes it if it is paused.</summary>
    public async Task<SweepSummary> SubmitToTrainAsync(ISweepSession session, SweepFile file, CancellationToken cancellationToken)
    {
        return await ResumeAsync(session, await SubmitAsync(session, file, cancellationToken), cancellationToken);
    }

    /// <summary>Resumes a sweep that was submitted and is to be trained in this process, if it is paused.</summary>
    public async Task<SweepSummary> ResumeAsync(ISweepSession session, SweepSummary summary, CancellationToken cancellationToken)
    {
        if (summary.State != SweepState.Paused)
        {
            return summary;
        }

        error.WriteLine("The sweep was paused; it goes on now.");
        return await session.GetSweep(summary.SweepId).ResumeAsync().WaitAsync(cancellationToken);
    }

    private async Task<SweepSummary> AskAsync(string sweepId, Func<Task<SweepSummary>> submit, CancellationToken cancellationToken)
    {
        try
        {
            return await new Reconnection(error, time).AskAsync(submit, Patience, cancellationToken);
        }
        catch (ClusterLostException lost)
        {
            throw new SubmissionLostException(sweepId, lost);
        }
    }

    private async Task<SweepSummary> SubmitOnceAsync(ISweepSession session, SweepFile file, CancellationToken cancellationToken)
    {
        WorkProgress? progress = null;
        try
        {
            await TableUpload.EnsureAsync(
                session.GetDataset(file.DatasetHash),
                file.Table,
                length =>
                {
                    if (length > IDatasetGrain.PartLength)
                    {
                        error.WriteLine($"Uploading the table, {Figures.Count(length)} bytes …");
                    }

                    return (progress = new WorkProgress(error, time, "Uploading the table", length)).Tell;
                },
                cancellationToken);
        }
        finally
        {
            progress?.Dispose();
        }

        return await session.GetSweep(file.SweepId).SubmitAsync(file.Submission).WaitAsync(cancellationToken);
    }
}

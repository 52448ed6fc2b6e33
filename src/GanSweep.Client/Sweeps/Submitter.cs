using GanSweep.Client.Output;
using GanSweep.Contracts.Datasets;
using GanSweep.Contracts.Sweeps;

namespace GanSweep.Client.Sweeps;

/// <summary>Brings a sweep to its coordinator: first the table, if its store lacks it, then the sweep.</summary>
internal static class Submitter
{
    /// <summary>Submits; what was submitted before is found as it stands.</summary>
    public static async Task<SweepSummary> SubmitAsync(
        IGrainFactory grains, SweepFile file, ErrorConsole error, CancellationToken cancellationToken)
    {
        IDatasetGrain dataset = grains.GetGrain<IDatasetGrain>(file.DatasetHash);
        if (await dataset.GetLengthAsync().WaitAsync(cancellationToken) is null)
        {
            await UploadAsync(dataset, file.TableContent, error, cancellationToken);
        }

        ISweepGrain sweep = grains.GetGrain<ISweepGrain>(file.SweepId);
        return await sweep.SubmitAsync(file.Submission).WaitAsync(cancellationToken);
    }

    private static async Task UploadAsync(IDatasetGrain dataset, byte[] content, ErrorConsole error, CancellationToken cancellationToken)
    {
        if (content.Length > IDatasetGrain.PartLength)
        {
            error.WriteLine($"Uploading the table, {Figures.Count(content.Length)} bytes …");
        }

        // The coordinator says where to go on from: at what another client, or an earlier try, has sent already.
        for (long offset = 0; offset < content.Length;)
        {
            byte[] part = content[(int)offset..(int)Math.Min(offset + IDatasetGrain.PartLength, content.Length)];
            offset = await dataset.AppendAsync(offset, part).WaitAsync(cancellationToken);
        }

        await dataset.CommitAsync().WaitAsync(cancellationToken);
    }
}

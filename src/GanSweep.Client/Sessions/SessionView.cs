using System.Buffers;
using GanSweep.Contracts.Datasets;
using GanSweep.Contracts.Sweeps;

namespace GanSweep.Client.Sessions;

/// <summary>What the grain of a sweep shows.</summary>
internal sealed class SessionView(ISweepSession session, SweepSummary summary) : ISweepView
{
    public SweepSummary Summary => summary;

    private ISweepGrain Sweep => session.GetSweep(summary.SweepId);

    public Task<Leaderboard> GetLeaderboardAsync(int? top, CancellationToken cancellationToken)
    {
        return Sweep.GetLeaderboardAsync(top).WaitAsync(cancellationToken);
    }

    public Task<RunDetails> GetRunAsync(int run, CancellationToken cancellationToken)
    {
        return Sweep.GetRunAsync(run).WaitAsync(cancellationToken);
    }

    public Task<GeneratorFile> GetGeneratorAsync(int? run, CancellationToken cancellationToken)
    {
        return Sweep.GetGeneratorAsync(run).WaitAsync(cancellationToken);
    }

    public Task<SweepProvenance> GetProvenanceAsync(CancellationToken cancellationToken)
    {
        return Sweep.GetProvenanceAsync().WaitAsync(cancellationToken);
    }

    public async Task<ReadOnlyMemory<byte>> ReadTableAsync(CancellationToken cancellationToken)
    {
        IDatasetGrain dataset = session.GetDataset((await GetProvenanceAsync(cancellationToken)).DatasetHash);
        ArrayBufferWriter<byte> content = new();
        while (await dataset.ReadAsync(content.WrittenCount).WaitAsync(cancellationToken) is { Length: > 0 } part)
        {
            content.Write(part);
        }

        return content.WrittenMemory;
    }
}

using System.Buffers;
using GanSweep.Contracts.Datasets;
using GanSweep.Contracts.Sweeps;

namespace GanSweep.Services.Sweeps;

/// <summary>What the grain of a sweep shows.</summary>
/// <param name="summary">Where it stood when it was found.</param>
/// <param name="sweep">The grain.</param>
/// <param name="datasets">The grains of tables, by their hashes.</param>
public sealed class GrainSweepView(SweepSummary summary, ISweepGrain sweep, Func<string, IDatasetGrain> datasets) : ISweepView
{
    /// <inheritdoc/>
    public SweepSummary Summary => summary;

    /// <inheritdoc/>
    public Task<Leaderboard> GetLeaderboardAsync(int? top, CancellationToken cancellationToken)
    {
        return sweep.GetLeaderboardAsync(top).WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public Task<RunDetails> GetRunAsync(int run, CancellationToken cancellationToken)
    {
        return sweep.GetRunAsync(run).WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public Task<GeneratorFile> GetGeneratorAsync(int? run, CancellationToken cancellationToken)
    {
        return sweep.GetGeneratorAsync(run).WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public Task<SweepProvenance> GetProvenanceAsync(CancellationToken cancellationToken)
    {
        return sweep.GetProvenanceAsync().WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<ReadOnlyMemory<byte>> ReadTableAsync(CancellationToken cancellationToken)
    {
        IDatasetGrain dataset = datasets((await GetProvenanceAsync(cancellationToken)).DatasetHash);
        ArrayBufferWriter<byte> content = new();
        while (await dataset.ReadAsync(content.WrittenCount).WaitAsync(cancellationToken) is { Length: > 0 } part)
        {
            content.Write(part);
        }

        return content.WrittenMemory;
    }
}

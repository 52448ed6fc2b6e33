using GanSweep.Contracts.Datasets;
using GanSweep.Contracts.Sweeps;
using GanSweep.Services.Sweeps;
using GanSweep.Sweeps.Stores;
using GanSweep.Sweeps.Views;

namespace GanSweep.Client.Sessions;

/// <summary>What a store shows of a sweep.</summary>
internal sealed class StoredView(ISweepStore store, SweepSummary summary, StoredSweepView sweep) : ISweepView
{
    public SweepSummary Summary => summary;

    public Task<Leaderboard> GetLeaderboardAsync(int? top, CancellationToken cancellationToken)
    {
        return Task.FromResult(sweep.Leaderboard(top));
    }

    public Task<RunDetails> GetRunAsync(int run, CancellationToken cancellationToken)
    {
        return sweep.ReadRunAsync(run);
    }

    public Task<GeneratorFile> GetGeneratorAsync(int? run, CancellationToken cancellationToken)
    {
        return sweep.ReadGeneratorAsync(run);
    }

    public Task<SweepProvenance> GetProvenanceAsync(CancellationToken cancellationToken)
    {
        return Task.FromResult(sweep.Provenance());
    }

    public async Task<ReadOnlyMemory<byte>> ReadTableAsync(CancellationToken cancellationToken)
    {
        string hash = sweep.Provenance().DatasetHash;
        return await store.ReadDatasetAsync(hash)
            ?? throw new InvalidDatasetException($"The store does not hold table {hash}. Submit the sweep again: that uploads it.");
    }
}

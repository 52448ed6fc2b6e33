using System.Collections.Immutable;
using GanSweep.Client.Samples;
using GanSweep.Client.Sessions;
using GanSweep.Contracts.Datasets;
using GanSweep.Contracts.Sweeps;
using GanSweep.Reporting.Inputs;
using GanSweep.Silo;
using GanSweep.Silo.Settings;
using GanSweep.Sweeps.Wire;
using GanSweep.Tables;

namespace GanSweep.Client.Reports;

/// <summary>Gathers what a report is made of: everything that the coordinator knows of a run, and fresh samples of its generator.</summary>
internal static class ReportMaker
{
    /// <summary>Gathers it.</summary>
    /// <param name="session">The way to the sweep.</param>
    /// <param name="sweepId">The sweep.</param>
    /// <param name="run">The run, or null for the best.</param>
    /// <param name="madeAt">Now.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="RunNotFoundException">There is no such run, or none that is ranked.</exception>
    public static async Task<ReportInput> GatherAsync(
        ISweepSession session, string sweepId, int? run, DateTimeOffset madeAt, CancellationToken cancellationToken)
    {
        ISweepGrain sweep = session.GetSweep(sweepId);
        GeneratorFile? file = await FindGeneratorAsync(sweep, run, cancellationToken);
        RunDetails details = await sweep.GetRunAsync(file?.Run ?? run!.Value).WaitAsync(cancellationToken);
        Leaderboard board = await sweep.GetLeaderboardAsync(top: null).WaitAsync(cancellationToken);
        SweepProvenance provenance = await sweep.GetProvenanceAsync().WaitAsync(cancellationToken);
        Table real = await ReadTableAsync(session.GetDataset(provenance.DatasetHash), provenance.DatasetHash, cancellationToken);
        ImmutableArray<Table> samples = file is null
            ? []
            : FreshSamples.Draw(file.Content, $"the generator of run {file.Run}", provenance.EvaluationRows);
        return new ReportInput
        {
            Board = board,
            Run = details,
            Provenance = provenance,
            Models = Models.Catalog,
            Real = real,
            Synthetic = samples.FirstOrDefault(),
            FreshScores = board.Yardsticks is { } yardsticks ? FreshSamples.Score(samples, real, provenance.Holdout, yardsticks.ToYardsticks()) : [],
            MadeAt = madeAt,
            Version = ProductVersion.Current,
        };
    }

    // The generator of a run that is not among the best is not kept; the run can be reported all the same.
    private static async Task<GeneratorFile?> FindGeneratorAsync(ISweepGrain sweep, int? run, CancellationToken cancellationToken)
    {
        try
        {
            return await sweep.GetGeneratorAsync(run).WaitAsync(cancellationToken);
        }
        catch (GeneratorNotKeptException) when (run is not null)
        {
            return null;
        }
    }

    private static async Task<Table> ReadTableAsync(IDatasetGrain dataset, string hash, CancellationToken cancellationToken)
    {
        using MemoryStream content = new();
        byte[] part;
        do
        {
            part = await dataset.ReadAsync(content.Length).WaitAsync(cancellationToken);
            await content.WriteAsync(part, cancellationToken);
        }
        while (part.Length > 0);

        return TableReader.Parse(content.ToArray(), $"table {hash}");
    }
}

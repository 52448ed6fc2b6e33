using System.Collections.Immutable;
using GanSweep.Contracts.Sweeps;
using GanSweep.Reporting.Inputs;
using GanSweep.Services.Samples;
using GanSweep.Services.Sweeps;
using GanSweep.Sweeps.Wire;
using GanSweep.Tables;
using GanSweep.Training.Families;
using GanSweep.Training.Generators;

namespace GanSweep.Services.Reports;

/// <summary>Gathers what a report is made of: everything that is known of a run, and fresh samples of its generator.</summary>
public static class ReportMaker
{
    /// <summary>Gathers it.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="run">The run, or null for the best.</param>
    /// <param name="families">The models.</param>
    /// <param name="version">The version of this program.</param>
    /// <param name="madeAt">Now.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="RunNotFoundException">There is no such run, or none that is ranked.</exception>
    public static async Task<ReportInput> GatherAsync(
        ISweepView sweep, int? run, ModelFamilies families, string version, DateTimeOffset madeAt, CancellationToken cancellationToken)
    {
        GeneratorFile? file = await FindGeneratorAsync(sweep, run, cancellationToken);
        RunDetails details = await sweep.GetRunAsync(file?.Run ?? run!.Value, cancellationToken);
        Leaderboard board = await sweep.GetLeaderboardAsync(top: null, cancellationToken);
        SweepProvenance provenance = await sweep.GetProvenanceAsync(cancellationToken);
        Table real = await SweepTable.ReadAsync(sweep, provenance.DatasetHash, cancellationToken);
        TrainedGenerator? generator = file is null ? null : GeneratorFileReader.Read(file.Content, $"the generator of run {file.Run}", families);
        ImmutableArray<Table> samples = generator is null ? [] : FreshSamples.Draw(generator, provenance.EvaluationRows, real);
        return new ReportInput
        {
            Board = board,
            Run = details,
            Provenance = provenance,
            Models = families.Models,
            Real = real,
            Synthetic = samples.FirstOrDefault(),
            Paths = generator is null ? null : FreshPaths.Draw(generator, real),
            FreshScores = board.Yardsticks is { } yardsticks ? FreshSamples.Score(samples, real, provenance, yardsticks.ToYardsticks()) : [],
            MadeAt = madeAt,
            Version = version,
        };
    }

    // The generator of a run that is not among the best is not kept; the run can be reported all the same.
    private static async Task<GeneratorFile?> FindGeneratorAsync(ISweepView sweep, int? run, CancellationToken cancellationToken)
    {
        try
        {
            return await sweep.GetGeneratorAsync(run, cancellationToken);
        }
        catch (GeneratorNotKeptException) when (run is not null)
        {
            return null;
        }
    }
}

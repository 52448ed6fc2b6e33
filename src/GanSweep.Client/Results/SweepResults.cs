using GanSweep.Client.Reports;
using GanSweep.Client.Sessions;
using GanSweep.Contracts.Sweeps;
using GanSweep.Reporting.Inputs;
using GanSweep.Services.Reports;
using GanSweep.Services.Sweeps;
using GanSweep.Silo;
using GanSweep.Silo.Settings;

namespace GanSweep.Client.Results;

/// <summary>What a finished sweep has to show.</summary>
/// <param name="Board">The leaderboard, all rows.</param>
/// <param name="Best">The best generator; null if no run is ranked.</param>
/// <param name="Report">What its report is made of; null if no run is ranked, or the report is there already.</param>
internal sealed record SweepResults(Leaderboard Board, GeneratorFile? Best, ReportInput? Report)
{
    /// <summary>Whether the folder has the report already.</summary>
    public bool IsReported => Best is not null && Report is null;

    /// <summary>Gathers them.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="board">Its leaderboard, all rows.</param>
    /// <param name="folder">The folder that they are for, in which the report may be already.</param>
    /// <param name="madeAt">Now.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<SweepResults> GatherAsync(
        ISweepView sweep, Leaderboard board, string folder, DateTimeOffset madeAt, CancellationToken cancellationToken)
    {
        if (board.Rows.FirstOrDefault(row => row.Rank is not null) is not { } first)
        {
            return new SweepResults(board, null, null);
        }

        // A finished sweep that is run again has its report already; making it would take longer than all the rest.
        bool reported = await ReportFile.IsOfAsync(
            ResultsFolder.ReportIn(folder), ReportSubject.Of(board, first, ProductVersion.Current), cancellationToken);
        GeneratorFile best = await sweep.GetGeneratorAsync(run: null, cancellationToken);
        ReportInput? report = reported ? null : await ReportMaker.GatherAsync(sweep, run: null, Models.Families, ProductVersion.Current, madeAt, cancellationToken);
        return new SweepResults(board, best, report);
    }
}

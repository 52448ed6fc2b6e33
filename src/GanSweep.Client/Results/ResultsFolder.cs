using System.Text;
using GanSweep.Client.Errors;
using GanSweep.Client.Leaderboards;
using GanSweep.Client.Reports;
using GanSweep.Documents;
using GanSweep.Files;
using GanSweep.Services.Errors;
using GanSweep.Services.Reports;

namespace GanSweep.Client.Results;

/// <summary>
/// What a finished sweep leaves: for other programs <c>leaderboard.json</c>, <c>leaderboard.csv</c> and <c>best-generator.zip</c>, which are
/// functions of the sweep alone (an interrupted sweep leaves the same bytes as one that was not), and for people <c>report.html</c>.
/// </summary>
internal static class ResultsFolder
{
    private const string BoardName = "leaderboard.json";
    private const string ReportName = "report.html";

    // Of a sweep that was made for a table: what repeats it. Never removed: it may be a person's own.
    private const string SweepName = "sweep.json";

    private static readonly string[] Names = [BoardName, "leaderboard.csv", "best-generator.zip", ReportName];

    /// <summary>The report's file in a folder.</summary>
    public static string ReportIn(string folder)
    {
        return Path.Combine(folder, ReportName);
    }

    /// <summary>Finds out whether the files can be written, before anything is trained for them. Leaves nothing behind.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="force">Whether files of these names that GanSweep did not write may be replaced.</param>
    /// <param name="withSweep">Whether a sweep.json is to be written too.</param>
    /// <exception cref="WrongInputException">The folder cannot be made.</exception>
    /// <exception cref="OutputFileException">A file of one of the names is there that GanSweep did not write.</exception>
    public static void Try(string folder, bool force, bool withSweep)
    {
        if (Directory.Exists(folder))
        {
            DemandOwn(folder, force);
            if (withSweep)
            {
                OutputFile.Demand(Path.Combine(folder, SweepName), force);
            }

            return;
        }

        try
        {
            Directory.CreateDirectory(folder);
            Directory.Delete(folder);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new WrongInputException($"The results cannot be written to {folder}: {failure.Message} Name another folder with --out DIR.");
        }
    }

    /// <summary>
    /// Replaces what an earlier sweep left by what this one leaves: all of it, once all is on the disk, and nothing else stays beside it. The
    /// leaderboard.json goes first and comes last, so a folder that has one has one sweep's files.
    /// </summary>
    /// <param name="folder">The folder; made if it is missing.</param>
    /// <param name="results">What is written.</param>
    /// <param name="sweepJson">The text of the sweep.json that repeats it, if one is to be written.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The names of the files written.</returns>
    public static async Task<IReadOnlyList<string>> WriteAsync(
        string folder, SweepResults results, string? sweepJson, CancellationToken cancellationToken)
    {
        List<(string Name, PendingFile File)> pending = [];
        try
        {
            await PrepareAsync(BoardName, stream =>
                JsonDocuments.WriteAsync(stream, LeaderboardDocument.Of(results.Board).Reproducible(), cancellationToken));
            await PrepareAsync("leaderboard.csv", stream =>
            {
                LeaderboardCsv.Write(stream, results.Board);
                return Task.CompletedTask;
            });
            if (results.Best is { } best)
            {
                await PrepareAsync("best-generator.zip", stream => stream.WriteAsync(best.Content, cancellationToken).AsTask());
            }

            if (results.Report is { } report)
            {
                await PrepareAsync(ReportName, stream => ReportFile.WriteAsync(stream, report));
            }

            if (sweepJson is not null)
            {
                await PrepareAsync(SweepName, stream => stream.WriteAsync(Encoding.UTF8.GetBytes(sweepJson), cancellationToken).AsTask());
            }

            PendingFile board = pending[0].File;
            board.RemoveOlder();
            string[] staying = results.IsReported ? [ReportName] : [];
            foreach (string name in Names.Except(pending.Select(file => file.Name)).Except(staying))
            {
                File.Delete(Path.Combine(folder, name));
            }

            foreach ((_, PendingFile file) in pending.Skip(1))
            {
                file.Publish();
            }

            board.Publish();

            return [.. pending.Select(file => file.Name)];
        }
        finally
        {
            pending.ForEach(file => file.File.Dispose());
        }

        async Task PrepareAsync(string name, Func<Stream, Task> write)
        {
            pending.Add((name, await PendingFile.WriteAsync(Path.Combine(folder, name), write)));
        }
    }

    // What version 0.1 wrote has no mark, but a leaderboard that is one.
    private static void DemandOwn(string folder, bool force)
    {
        if (HasBoard(folder))
        {
            return;
        }

        foreach (string name in Names)
        {
            OutputFile.Demand(Path.Combine(folder, name), force);
        }
    }

    private static bool HasBoard(string folder)
    {
        string file = Path.Combine(folder, BoardName);
        if (FileStatus.Of(file).Kind != FileKind.Regular)
        {
            return false;
        }

        using FileStream stream = File.OpenRead(file);
        Span<byte> head = stackalloc byte[64];
        return head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)].IndexOf("\"sweep\":"u8) >= 0;
    }
}

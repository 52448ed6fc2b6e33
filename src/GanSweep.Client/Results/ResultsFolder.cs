using GanSweep.Client.Documents;
using GanSweep.Client.Errors;
using GanSweep.Client.Leaderboards;
using GanSweep.Client.Output;
using GanSweep.Client.Reports;

namespace GanSweep.Client.Results;

/// <summary>
/// What a finished sweep leaves: for other programs <c>leaderboard.json</c>, <c>leaderboard.csv</c> and <c>best-generator.zip</c>, which are
/// functions of the sweep alone (an interrupted sweep leaves the same bytes as one that was not), and for people <c>report.html</c>.
/// </summary>
internal static class ResultsFolder
{
    private const string ReportName = "report.html";

    /// <summary>The report's file in a folder.</summary>
    public static string ReportIn(string folder)
    {
        return Path.Combine(folder, ReportName);
    }

    /// <summary>Finds out whether the files can be written, before anything is trained for them. Leaves nothing behind.</summary>
    /// <exception cref="WrongInputException">The folder cannot be made.</exception>
    public static void Try(string folder)
    {
        if (Directory.Exists(folder))
        {
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

    /// <summary>Writes the files, each whole or not at all.</summary>
    /// <param name="folder">The folder; made if it is missing.</param>
    /// <param name="results">What is written.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The names of the files written.</returns>
    public static async Task<IReadOnlyList<string>> WriteAsync(
        string folder, SweepResults results, CancellationToken cancellationToken)
    {
        List<string> written = [];
        await WriteFileAsync("leaderboard.json", stream =>
            JsonDocuments.WriteAsync(stream, LeaderboardDocument.Of(results.Board).Reproducible(), cancellationToken));
        await WriteFileAsync("leaderboard.csv", stream =>
        {
            LeaderboardCsv.Write(stream, results.Board);
            return Task.CompletedTask;
        });
        if (results.Best is { } best)
        {
            await WriteFileAsync("best-generator.zip", stream => stream.WriteAsync(best.Content, cancellationToken).AsTask());
        }

        if (results.Report is { } report)
        {
            await ReportFile.WriteAsync(ReportIn(folder), report);
            written.Add(ReportName);
        }

        return written;

        async Task WriteFileAsync(string name, Func<Stream, Task> write)
        {
            await AtomicFile.WriteAsync(Path.Combine(folder, name), write);
            written.Add(name);
        }
    }
}

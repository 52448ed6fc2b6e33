using System.CommandLine;
using GanSweep.Client.CommandLine;
using GanSweep.Client.Documents;
using GanSweep.Client.Errors;
using GanSweep.Client.Leaderboards;
using GanSweep.Client.Progress;
using GanSweep.Client.Reports;
using GanSweep.Client.Sessions;
using GanSweep.Client.Sweeps;
using GanSweep.Contracts.Sweeps;
using GanSweep.Reporting.Inputs;

namespace GanSweep.Client.Results;

/// <summary><c>run</c>: all in one process, from sweep.json to the best generator.</summary>
internal sealed class RunVerb : Verb
{
    private readonly SweepFileArgument _file = new();
    private readonly SlotsOption _slots = new();
    private readonly Option<string?> _out = new("--out")
    {
        Description = "Folder for leaderboard.json, leaderboard.csv, best-generator.zip and report.html. [default: ./results/<sweep id>]",
        HelpName = "DIR",
    };

    private readonly DataOption _data = new();
    private readonly JsonOption _json = new();

    public RunVerb(ClientEnvironment environment)
        : base(environment, "run", "Train a sweep here, with live progress, and write its leaderboard and best generator. Run again, it goes on where it was.")
    {
        Arguments.Add(_file);
        Options.Add(_slots);
        Options.Add(_out);
        Options.Add(_data);
        Options.Add(_json);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        SweepFile file = SweepFile.Read(parsed.GetRequiredValue(_file));
        SessionRequest request = new()
        {
            DataFolder = parsed.GetRequiredValue(_data),
            TrainsSweep = file.SweepId,
            Slots = parsed.GetValue(_slots),
            MakesFolder = true,
            Verbose = parsed.GetValue<bool>(VerboseOption.OptionName),
        };
        string folder = parsed.GetValue(_out) ?? Path.Combine("results", file.SweepId);
        ResultsFolder.Try(folder);
        SweepResults results;
        try
        {
            results = await TrainAsync(request, file, folder, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Environment.Error.WriteLine("Stopped; what was trained is kept. Go on with the same command: " + SameCommand(parsed));
            throw;
        }

        IReadOnlyList<string> written = await ResultsFolder.WriteAsync(folder, results, cancellationToken);
        Leaderboard board = results.Board;
        await Environment.WriteAsync(
            parsed.GetValue(_json),
            () => LeaderboardDocument.Of(board),
            console => LeaderboardView.Write(console, board, LeaderboardView.DefaultRows),
            cancellationToken);
        Environment.Error.WriteLine($"Written to {folder}: {string.Join(", ", written)}");
        return SweepOutcome.Of(board.Summary);
    }

    private async Task<SweepResults> TrainAsync(
        SessionRequest request, SweepFile file, string folder, CancellationToken cancellationToken)
    {
        await using ISweepSession session = await Environment.Sessions.OpenAsync(request, cancellationToken);
        await new Submitter(Environment.Error, Environment.Time).SubmitToTrainAsync(session, file, cancellationToken);
        ISweepGrain sweep = session.GetSweep(file.SweepId);
        await SweepFollower.FollowAsync(Environment.Error, Environment.Time, sweep, cancellationToken);
        Leaderboard board = await sweep.GetLeaderboardAsync(top: null).WaitAsync(cancellationToken);
        if (board.Rows.FirstOrDefault(row => row.Rank is not null) is not { } first)
        {
            return new SweepResults(board, null, null);
        }

        // A finished sweep that is run again has its report already; making it would take longer than all the rest.
        bool reported = await ReportFile.IsOfAsync(
            ResultsFolder.ReportIn(folder), ReportSubject.Of(board, first, ReportMaker.Version), cancellationToken);
        GeneratorFile best = await sweep.GetGeneratorAsync(run: null).WaitAsync(cancellationToken);
        ReportInput? report = reported
            ? null
            : await ReportMaker.GatherAsync(session, file.SweepId, run: null, Environment.Time.GetUtcNow(), cancellationToken);
        return new SweepResults(board, best, report);
    }

    private static string SameCommand(ParseResult parsed)
    {
        return "gansweep " + string.Join(' ', parsed.Tokens.Select(token => token.Value.Contains(' ', StringComparison.Ordinal)
            ? $"'{token.Value}'" : token.Value));
    }
}

using System.CommandLine;
using GanSweep.Client.CommandLine;
using GanSweep.Client.Documents;
using GanSweep.Client.Errors;
using GanSweep.Client.Leaderboards;
using GanSweep.Client.Progress;
using GanSweep.Client.Sessions;
using GanSweep.Client.Sweeps;
using GanSweep.Contracts.Sweeps;

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
        await Environment.WriteAsync(
            parsed.GetValue(_json),
            () => LeaderboardDocument.Of(results.Board),
            console => LeaderboardView.Write(console, results.Board, LeaderboardView.DefaultRows),
            cancellationToken);
        Environment.Error.WriteLine($"Written to {folder}: {string.Join(", ", written)}");
        return SweepOutcome.Of(results.Board.Summary);
    }

    private async Task<SweepResults> TrainAsync(
        SessionRequest request, SweepFile file, string folder, CancellationToken cancellationToken)
    {
        await using ISweepSession session = await Environment.Sessions.OpenAsync(request, cancellationToken);
        await new Submitter(Environment.Error, Environment.Time).SubmitToTrainAsync(session, file, cancellationToken);
        SweepProgress ended = await SweepFollower.FollowAsync(Environment.Error, Environment.Time, session.GetSweep(file.SweepId), cancellationToken);
        return await SweepResults.GatherAsync(new SessionView(session, ended.Summary), folder, Environment.Time.GetUtcNow(), cancellationToken);
    }

    private static string SameCommand(ParseResult parsed)
    {
        return "gansweep " + string.Join(' ', parsed.Tokens.Select(token => token.Value.Contains(' ', StringComparison.Ordinal)
            ? $"'{token.Value}'" : token.Value));
    }
}

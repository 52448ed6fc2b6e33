using System.CommandLine;
using GanSweep.Client.CommandLine;
using GanSweep.Client.Errors;
using GanSweep.Client.Leaderboards;
using GanSweep.Client.Progress;
using GanSweep.Client.Sessions;
using GanSweep.Client.Sweeps;
using GanSweep.Contracts.Access;
using GanSweep.Contracts.Sweeps;
using GanSweep.Documents;
using GanSweep.Services.Sweeps;

namespace GanSweep.Client.Results;

/// <summary><c>run</c>: all in one process, from sweep.json to the best generator.</summary>
internal sealed class RunVerb : Verb
{
    private readonly SweepFileArgument _file = new();
    private readonly ReadingOptions _reading = new();
    private readonly SlotsOption _slots = new();
    private readonly Option<string?> _out = new("--out")
    {
        Description = "Folder for leaderboard.json, leaderboard.csv, best-generator.zip and report.html. [default: ./results/<sweep id>]",
        HelpName = "DIR",
    };

    private readonly Option<bool> _web = new("--web")
    {
        Description = "Serve a live page of the sweep to this machine while it is trained, and open it where there is a desktop.",
    };

    private readonly ForceOption _force = new();
    private readonly DataOption _data = new();
    private readonly JsonOption _json = new();

    public RunVerb(ClientEnvironment environment)
        : base(environment, "run", "Train a sweep here, with live progress, and write its leaderboard and best generator. Run again, it goes on where it was.")
    {
        Arguments.Add(_file);
        _reading.AddTo(this);
        Options.Add(_slots);
        _out.NotBlank();
        Options.Add(_out);
        Options.Add(_web);
        Options.Add(_force);
        Options.Add(_data);
        Options.Add(_json);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        SweepFile file = await SweepFile.ReadAsync(parsed.GetRequiredValue(_file), _reading.Read(parsed), Environment.Error, Environment.Time, cancellationToken);
        file.Announce(Environment.Error);
        Environment.Error.WriteNotes(file.Notes);
        SessionRequest request = new()
        {
            DataFolder = parsed.GetRequiredValue(_data),
            TrainsSweep = file.SweepId,
            Slots = parsed.GetValue(_slots),
            MakesFolder = true,
            ServesPages = parsed.GetValue(_web),
            Verbose = parsed.GetValue<bool>(VerboseOption.OptionName),
        };
        string folder = parsed.GetValue(_out) ?? Path.Combine("results", file.SweepId);
        ResultsFolder.Try(folder, parsed.GetValue(_force), file.IsProposed);
        SweepResults results;
        try
        {
            results = await TrainAsync(request, file, folder, parsed.GetValue(_json), cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Environment.Error.WriteLine("Stopped; what was trained is kept. Go on with the same command: " + SameCommand(parsed));
            throw;
        }

        IReadOnlyList<string> written = await ResultsFolder.WriteAsync(
            folder, results, file.IsProposed ? file.RepeatedFrom(folder) : null, cancellationToken);
        Environment.Error.WriteLine($"Written to {folder}: {string.Join(", ", written)}");
        return SweepOutcome.Of(results.Board.Summary);
    }

    private async Task<SweepResults> TrainAsync(
        SessionRequest request, SweepFile file, string folder, bool asJson, CancellationToken cancellationToken)
    {
        await using ISweepSession session = await Environment.Sessions.OpenAsync(request, cancellationToken);
        await new Submitter(Environment.Error, Environment.Time).SubmitToTrainAsync(session, file, cancellationToken);
        if (session.Pages is { } pages)
        {
            Uri page = await PageAsync(session, pages, $"/sweeps/{Uri.EscapeDataString(file.SweepId)}", cancellationToken);
            Environment.Error.WriteLine($"Watch it at {page}");
            Desktop.Open(page, Environment.Variable);
        }

        SweepProgress ended = await SweepFollower.FollowAsync(Environment.Error, Environment.Time, session.GetSweep(file.SweepId), cancellationToken);
        GrainSweepView sweep = new(ended.Summary, session.GetSweep(file.SweepId), session.GetDataset);
        Leaderboard board = await sweep.GetLeaderboardAsync(top: null, cancellationToken);
        await Environment.WriteAsync(
            asJson,
            () => LeaderboardDocument.Of(board),
            console => LeaderboardView.Write(console, board, LeaderboardView.DefaultRows),
            cancellationToken);
        return await SweepResults.GatherAsync(sweep, board, folder, Environment.Time.GetUtcNow(), cancellationToken);
    }

    // Where the folder has keys, everybody is asked for one, but whoever started this: a link lets them in once.
    private static async Task<Uri> PageAsync(ISweepSession session, Uri pages, string path, CancellationToken cancellationToken)
    {
        IAccessGrain access = session.GetAccess();
        if ((await access.ListKeysAsync().WaitAsync(cancellationToken)).IsEmpty)
        {
            return new Uri(pages, path);
        }

        LoginLink link = await access.CreateLinkAsync(AccessRole.Admin).WaitAsync(cancellationToken);
        return new Uri(new Uri(pages, $"login?then={Uri.EscapeDataString(path)}"), $"#{link.Token}");
    }

    private static string SameCommand(ParseResult parsed)
    {
        return "gansweep " + string.Join(' ', parsed.Tokens.Select(token => token.Value.Contains(' ', StringComparison.Ordinal)
            ? $"'{token.Value}'" : token.Value));
    }
}

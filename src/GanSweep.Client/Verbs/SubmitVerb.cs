using System.CommandLine;
using GanSweep.Client.CommandLine;
using GanSweep.Client.Documents;
using GanSweep.Client.Errors;
using GanSweep.Client.Leaderboards;
using GanSweep.Client.Progress;
using GanSweep.Client.Sessions;
using GanSweep.Client.Sweeps;
using GanSweep.Contracts.Sweeps;
using Spectre.Console;

namespace GanSweep.Client.Verbs;

/// <summary><c>submit</c>: hands a sweep over, and watches it if asked to.</summary>
internal sealed class SubmitVerb : Command
{
    private readonly ClientEnvironment _environment;
    private readonly SweepFileArgument _file = new();
    private readonly Option<bool> _watch = new("--watch")
    {
        Description = "Stay and show the progress until the sweep has ended. In a data folder, train it here meanwhile.",
    };

    private readonly SlotsOption _slots = new();
    private readonly SessionOptions _session;
    private readonly JsonOption _json = new();

    public SubmitVerb(ClientEnvironment environment)
        : base("submit", "Submit a sweep and its table, and print the sweep's id. The same submission is the same sweep.")
    {
        _environment = environment;
        _session = new SessionOptions(environment);
        Arguments.Add(_file);
        Options.Add(_watch);
        Options.Add(_slots);
        _session.AddTo(this);
        Options.Add(_json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        SweepFile file = SweepFile.Read(parsed.GetRequiredValue(_file));
        bool watch = parsed.GetValue(_watch);
        SessionRequest request = _session.Read(parsed) with { Slots = parsed.GetValue(_slots), MakesFolder = true };
        bool trainsHere = watch && request.Cluster is null;
        request = request with { TrainsSweep = trainsHere ? file.SweepId : null };

        await using ISweepSession session = await _environment.Sessions.OpenAsync(request, cancellationToken);
        Submitter submitter = new(_environment.Error, _environment.Time);
        SweepSummary summary = trainsHere
            ? await submitter.SubmitToTrainAsync(session, file, cancellationToken)
            : await submitter.SubmitAsync(session, file, cancellationToken);
        if (parsed.GetValue(_json))
        {
            await _environment.WriteJsonAsync(SummaryDocument.Of(summary), cancellationToken);
        }
        else
        {
            _environment.Output.WriteLine(summary.SweepId);
        }

        if (watch)
        {
            summary = (await SweepFollower.FollowAsync(_environment.Error, _environment.Time, session.GetSweep(summary.SweepId), cancellationToken)).Summary;
            _environment.Error.WriteLine(SummaryText.Of(summary));
            return (int)SweepOutcome.Of(summary);
        }

        if (summary.State == SweepState.Paused)
        {
            _environment.Error.WriteLine($"The sweep is paused, and stays so. Go on with it: gansweep resume {summary.SweepId}");
        }
        else if (request.Cluster is null && summary.State == SweepState.Running)
        {
            _environment.Error.WriteLine(
                $"Nothing trains it yet. Train it with: gansweep run {parsed.GetValue(_file)}, or start a gansweep-silo on {request.DataFolder}");
        }

        return (int)ExitCode.Done;
    }
}
